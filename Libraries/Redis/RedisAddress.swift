import Foundation

/// Where a Redis server is and how to enter, from `redis://[user:password@]host[:port][/database]`.
package struct RedisAddress: Sendable, Equatable {
  package var host: String
  package var port: Int
  package var user: String?
  package var password: String?
  package var database: Int

  /// - Throws: `invalidURL`; the error never carries the URL, which may hold a password.
  package init(url: String) throws(RedisError) {
    guard let parts = URLComponents(string: url), parts.scheme == "redis", let host = parts.host, !host.isEmpty else {
      throw RedisError(.invalidURL, "expected redis://[user:password@]host[:port][/database]", wasSent: false)
    }
    self.host = host.trimmingCharacters(in: ["[", "]"])
    port = parts.port ?? 6379
    user = parts.user.flatMap { $0.isEmpty ? nil : $0 }
    password = parts.password
    database = try Self.database(fromPath: parts.path)
  }

  private static func database(fromPath path: String) throws(RedisError) -> Int {
    let name = path.drop { $0 == "/" }
    if name.isEmpty { return 0 }
    guard let number = Int(name), number >= 0 else {
      throw RedisError(.invalidURL, "the database is a number", wasSent: false)
    }
    return number
  }
}
