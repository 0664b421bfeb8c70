import Schemas
import ServiceClients
import Tokens

/// How auth itself gets keys and service tokens without calling itself over HTTP.
extension PortKey where Value == KeySource {
  package static var keySource: Self { PortKey("auth.keySource") }
}

/// Issues a service token for auth's own calls to another service.
package struct LocalServiceTokens: Sendable {
  package var issue: @Sendable (_ audience: ServiceName) async throws -> ServiceTokenAnswer

  package init(issue: @escaping @Sendable (_ audience: ServiceName) async throws -> ServiceTokenAnswer) {
    self.issue = issue
  }
}

extension PortKey where Value == LocalServiceTokens {
  package static var localServiceTokens: Self { PortKey("auth.localServiceTokens") }
}
