import Foundation
import Logging
import Redis
import ServiceClients
import ServiceConfiguration
import ServiceHTTP

/// The variables that every host reads.
package struct CommonConfiguration: Sendable {
  package var dataDirectory: String
  package var logLevel: Logger.Level
  package var host: String
  package var port: Int
  package var redis: RedisAddress?
  package var trustedProxies: AddressRanges
  package var connections: ConnectionConfiguration
  package var addresses: [ServiceName: String]
  /// This service's own secret, exchanged at auth for service tokens.
  package var serviceSecret: String
  /// Certificate and key for the public listener; absent for plain HTTP.
  package var transportSecurity: TransportSecurity?

  package init(_ variables: VariableReader, service: ServiceName, defaultPort: Int) {
    variables.owner = "host"
    dataDirectory = variables.text("DATA_DIR", default: "./data", "Folder for databases and audio.")
    logLevel = variables.choice("LOG_LEVEL", default: .info, "Least severe level that is logged.")
    host = Self.host(variables)
    port = variables.whole("PORT", default: defaultPort, in: 0...65_535, "Port to listen on; 0 picks a free one.")
    redis = variables.parsed(
      "REDIS_URL", kind: "redis://[user:password@]host[:port][/database]", default: nil, shownDefault: "",
      "Locks that replicas share; without it they are kept in the process.", secret: true
    ) { try? RedisAddress(url: $0) }
    trustedProxies = variables.parsed(
      "TRUSTED_PROXIES", kind: "addresses and networks, for example 10.0.0.0/8, 192.168.1.7", default: .none,
      shownDefault: "", "Our own proxies, whose `X-Forwarded-For` is believed."
    ) { AddressRanges($0) }
    connections = ConnectionConfiguration(variables)
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
    case (let certificate?, let key?):
      let security = TransportSecurity(certificateFile: certificate, keyFile: key)
      for (variable, problem) in security.problems { variables.refuse(variable, problem) }
      return security
    case (nil, _): variables.refuse("TLS_CERT_FILE", "is missing: TLS_KEY_FILE is set")
    case (_, nil): variables.refuse("TLS_KEY_FILE", "is missing: TLS_CERT_FILE is set")
    }
    return nil
  }

  /// A name is looked up when the listener opens.
  static func host(_ variables: VariableReader) -> String {
    variables.parsed(
      "HOST", kind: "an address or a host name", default: "127.0.0.1", shownDefault: "127.0.0.1",
      "Address to listen on."
    ) { text in
      let isName = text.wholeMatch(of: /[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?/) != nil && text.contains(/[A-Za-z]/)
      return IPAddress(text) != nil || isName ? text : nil
    }
  }

  private static func url(
    _ variables: VariableReader, _ name: String, _ fallback: String, _ meaning: String
  ) -> String {
    variables.parsed(
      name, kind: "an http or https URL without a path", default: fallback, shownDefault: fallback, meaning
    ) {
      guard let url = URL(string: $0), url.scheme == "http" || url.scheme == "https", url.host() != nil,
        url.path().isEmpty || url.path() == "/", url.query() == nil, url.user() == nil
      else { return nil }
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
