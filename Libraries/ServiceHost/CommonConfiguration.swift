import Foundation
import Logging
import ServiceClients
import ServiceConfiguration

/// The variables that every host reads.
package struct CommonConfiguration: Sendable {
  package var dataDirectory: String
  package var logLevel: Logger.Level
  package var host: String
  package var port: Int
  package var redisURL: String?
  package var trustedProxies: Set<String>
  package var addresses: [ServiceName: String]
  /// This service's own secret, exchanged at auth for service tokens.
  package var serviceSecret: String
  /// Certificate and key for the public listener; absent for plain HTTP.
  package var transportSecurity: TransportSecurity?

  package init(_ variables: VariableReader, service: ServiceName, defaultPort: Int) {
    variables.owner = "host"
    dataDirectory = variables.text("DATA_DIR", default: "./data", "Folder for databases and audio.")
    logLevel = variables.choice("LOG_LEVEL", default: .info, "Least severe level that is logged.")
    host = variables.text("HOST", default: "127.0.0.1", "Address to listen on.")
    port = variables.whole("PORT", default: defaultPort, in: 0...65_535, "Port to listen on; 0 picks a free one.")
    redisURL = variables.optionalText(
      "REDIS_URL", "`redis://[user:password@]host:port[/db]`; without it locks and limits are kept in the process.",
      secret: true)
    trustedProxies = Self.list(variables.text("TRUSTED_PROXIES", default: "", "Addresses of our own proxies."))
    addresses = [:]
    for (name, port) in [(ServiceName.auth, 8081), (.voice, 8082), (.perform, 8083), (.billing, 8084)] {
      let variable = "\(name.rawValue.uppercased())_URL"
      addresses[name] = Self.url(variables, variable, "http://127.0.0.1:\(port)", "Where \(name.rawValue) is reached.")
    }
    serviceSecret = Self.secret(variables, of: service)
    transportSecurity = Self.transportSecurity(variables)
  }

  private static func transportSecurity(_ variables: VariableReader) -> TransportSecurity? {
    let certificate = variables.optionalText("TLS_CERT_FILE", "PEM file with the certificate chain to serve TLS with.")
    let key = variables.optionalText("TLS_KEY_FILE", "PEM file with the certificate's private key.")
    switch (certificate, key) {
    case (nil, nil): return nil
    case (let certificate?, let key?): return TransportSecurity(certificateFile: certificate, keyFile: key)
    case (nil, _): variables.refuse("TLS_CERT_FILE", "is missing: TLS_KEY_FILE is set")
    case (_, nil): variables.refuse("TLS_KEY_FILE", "is missing: TLS_CERT_FILE is set")
    }
    return nil
  }

  private static func list(_ text: String) -> Set<String> {
    Set(text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) })
  }

  private static func url(
    _ variables: VariableReader, _ name: String, _ fallback: String, _ meaning: String
  ) -> String {
    variables.parsed(
      name, kind: "an http or https URL without a path", default: fallback, shownDefault: fallback, meaning
    ) {
      guard let url = URL(string: $0), url.scheme == "http" || url.scheme == "https", url.host() != nil else {
        return nil
      }
      return $0.hasSuffix("/") ? String($0.dropLast()) : $0
    }
  }

  private static func secret(_ variables: VariableReader, of service: ServiceName) -> String {
    let meaning = "This service's own secret for service tokens, at least 32 bytes."
    let secret = variables.parsed(
      "SERVICE_SECRET", kind: "at least 32 bytes", default: "", shownDefault: "", meaning, secret: true
    ) { $0.utf8.count >= 32 ? $0 : nil }
    if secret.isEmpty && service != .auth && !variables.problems.contains(where: { $0.variable == "SERVICE_SECRET" }) {
      variables.refuse("SERVICE_SECRET", "is missing: without it auth gives no service token")
    }
    return secret
  }
}
