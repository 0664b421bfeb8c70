import ServiceClients

/// Stands in for http.conf and services.conf, beside the other files: the same parts, on loopback addresses.
struct FrontDoorConfiguration {
  var port: Int
  /// The folder of the web app.
  var app: String
  var absent: ServiceName?

  private static let addresses: [(service: ServiceName, host: String)] = [
    (.auth, "127.0.0.2"), (.voice, "127.0.0.3"), (.perform, "127.0.0.4"), (.billing, "127.0.0.5"),
  ]

  var text: String {
    """
    include process.conf;
    http {
      include common.conf;
      \(Self.addresses.map { "map '' $\($0.service) { default \($0.host):\(port); }" }.joined(separator: "\n  "))
      \(Self.addresses.filter { $0.service != absent }.map(standIn).joined(separator: "\n  "))
      server {
        listen 127.0.0.1:\(port);
        root \(app);
        include front-door.conf;
      }
    }
    """
  }

  private func standIn(_ service: ServiceName, _ host: String) -> String {
    """
    server {
      listen \(host):\(port);
      access_log off;
      client_max_body_size 0;
      return 200 "\(service) $request_uri $http_x_request_id $http_x_forwarded_for";
    }
    """
  }
}
