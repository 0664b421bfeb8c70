import ServiceClients
import ServiceConfiguration

/// A service as a list: its name, its default port, and its plugins in order.
package struct HostDefinition: Sendable {
  package var service: ServiceName
  package var defaultPort: Int
  package var plugins: [any ServicePlugin]

  package init(service: ServiceName, defaultPort: Int, plugins: [any ServicePlugin]) {
    self.service = service
    self.defaultPort = defaultPort
    self.plugins = plugins
  }

  /// Reads every variable that the host and its plugins know.
  func configured(by variables: VariableReader) throws -> (CommonConfiguration, [ConfiguredPlugin]) {
    let common = CommonConfiguration(variables, service: service, defaultPort: defaultPort)
    return (common, try PluginOrder.sorted(plugins).map { $0.configured(by: variables) })
  }

  /// - Throws: ``ConfigurationRefused`` with every problem, ``PluginOrderError``.
  package func check(_ environment: [String: String]) throws {
    let variables = VariableReader(environment)
    _ = try configured(by: variables)
    variables.reportUnknown()
    guard variables.problems.isEmpty else { throw ConfigurationRefused(problems: variables.problems) }
  }

  /// The variables that this host reads, for the documentation.
  package func declaredVariables() throws -> [VariableDeclaration] {
    let variables = VariableReader([:])
    _ = try configured(by: variables)
    return variables.declared
  }
}
