import Redis
import Testing

@Suite("The address of a Redis server")
struct RedisAddressTests {
  @Test("All parts of the URL are read, with their defaults")
  func parts() throws {
    let full = try RedisAddress(url: "redis://ann:p%40ss@redis.internal:7000/4")
    let short = try RedisAddress(url: "redis://[::1]")

    #expect((full.host, full.port, full.user, full.password) == ("redis.internal", 7000, "ann", "p@ss"))
    #expect(full.database == 4)
    #expect((short.host, short.port, short.user, short.password) == ("::1", 6379, nil, nil))
    #expect(short.database == 0)
  }

  @Test(
    "Anything else is refused without being repeated",
    arguments: ["http://host", "redis://", "redis://:secret@host/x", "redis://:secret@host/-1", ""])
  func refused(url: String) {
    let error = #expect(throws: RedisError.self) { try RedisAddress(url: url) }

    #expect(error?.code == .invalidURL)
    #expect(error?.description.contains("secret") == false)
  }
}
