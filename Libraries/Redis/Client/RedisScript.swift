import Synchronization

/// A Lua script that the server runs as one step.
package struct RedisScript: Sendable {
  /// Lua; keys are `KEYS`, arguments `ARGV`.
  package let source: String

  package init(_ source: String) {
    self.source = source
  }
}

extension RedisClient {
  /// Runs the script by its hash; a server that does not hold it (any more) gets the source again.
  package func run(
    _ script: RedisScript, keys: [String], arguments: [RedisArgument] = []
  ) async throws(RedisError) -> RedisValue {
    let operands = [RedisArgument(keys.count)] + keys.map { RedisArgument($0) } + arguments
    let hash = try await hash(of: script)
    do throws(RedisError) {
      return try await send(["EVALSHA", RedisArgument(hash)] + operands)
    } catch {
      guard error.code == .refused, error.detail.hasPrefix("NOSCRIPT") else { throw error }
      return try await send(["EVAL", RedisArgument(script.source)] + operands)
    }
  }

  private func hash(of script: RedisScript) async throws(RedisError) -> String {
    if let known = scriptHashes.withLock({ $0[script.source] }) { return known }
    guard let hash = try await send("SCRIPT", "LOAD", RedisArgument(script.source)).text else {
      throw RedisError(.malformedReply, "SCRIPT LOAD", wasSent: true)
    }
    scriptHashes.withLock { $0[script.source] = hash }
    return hash
  }
}
