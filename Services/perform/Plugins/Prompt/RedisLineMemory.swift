import Logging
import Redis
import TemplateText

/// The last line of each person for all replicas, kept in Redis over restarts: two numbers, never words.
///
/// While Redis does not answer this process goes by what it remembers itself, which is announced.
struct RedisLineMemory: LineMemory {
  /// Afterwards nobody recognises a line.
  private static let lifetime = 30 * 24 * 3600

  let redis: RedisClient
  let logger: Logger
  private let local = RecentLines()

  init(_ redis: RedisClient, logger: Logger) {
    self.redis = redis
    self.logger = logger
  }

  func choose(among lines: [Line], for userKey: String) async -> Line? {
    do {
      let arguments = [RedisArgument(Self.lifetime)] + lines.map { RedisArgument("\($0.frame):\($0.tail)") }
      let reply = try await redis.run(Self.choosing, keys: ["perform:line:\(userKey)"], arguments: arguments)
      let line = reply.integer.flatMap { lines.indices.contains(Int($0) - 1) ? lines[Int($0) - 1] : nil }
      return local.choose(among: line.map { [$0] } ?? lines, for: userKey)
    } catch {
      logger.warning("line_memory_unavailable", metadata: ["error": "\(error)"])
      return local.choose(among: lines, for: userKey)
    }
  }

  /// ``Line/choice(among:after:)`` as one step at the server; answers with the number of the line, from 1.
  private static let choosing = RedisScript(
    """
    local last = redis.call('GET', KEYS[1]) or ''
    local choice = 0
    for i = 2, #ARGV do
      if string.match(ARGV[i], '^%d+') ~= string.match(last, '^%d+') then choice = i break end
      if choice == 0 and ARGV[i] ~= last then choice = i end
    end
    if choice == 0 then choice = 2 end
    if #ARGV > 1 then redis.call('SET', KEYS[1], ARGV[choice], 'EX', ARGV[1]) end
    return choice - 1
    """)
}
