import Foundation

/// One call as the handlers see it, body read.
struct EmulatorRequest: Sendable {
  var method: String
  var path: String
  var query: [(name: String, value: String)]
  /// Names in lower case.
  var headers: [String: String]
  var body: Data
  var endpoint: Endpoint
  /// Voice id or model id of the path.
  var parameter: String
  /// `v1`, `v2` or `v1beta`.
  var version: String
  var fault: Fault?

  func query(_ name: String) -> String? { query.last { $0.name == name }?.value }
  func queryAll(_ name: String) -> [String] { query.filter { $0.name == name }.map(\.value) }
}
