import PasswordHashing
import Testing

@Suite struct PasswordHasherTests {
  private let hasher = PasswordHasher()

  @Test("A hash carries OWASP's parameters and matches its own password only")
  func hashesAndVerifies() async throws {
    let hash = try await hasher.hash("a quiet evening")

    #expect(hash.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
    #expect(try await hasher.verify("a quiet evening", against: hash) == .match)
    #expect(try await hasher.verify("a quiet evening ", against: hash) == .mismatch)
  }

  @Test("The same password has another hash each time")
  func salts() async throws {
    #expect(try await hasher.hash("a quiet evening") != hasher.hash("a quiet evening"))
  }

  @Test("A hash with weaker parameters matches and asks for a new one")
  func asksForRehash() async throws {
    let weak = PasswordHasher(parameters: Argon2Parameters(memoryKiB: 8192, passes: 1, lanes: 1))

    let hash = try await weak.hash("a quiet evening")

    #expect(try await hasher.verify("a quiet evening", against: hash) == .matchNeedsRehash)
    #expect(try await weak.verify("a quiet evening", against: hash) == .match)
  }

  @Test(
    "An imported bcrypt hash verifies and asks for a new one",
    arguments: [
      "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
      "$2y$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
    ])
  func verifiesBcrypt(hash: String) async throws {
    #expect(try await hasher.verify("U*U", against: hash) == .matchNeedsRehash)
    #expect(try await hasher.verify("U*U*", against: hash) == .mismatch)
  }

  @Test("Composed and decomposed letters are the same password")
  func normalizes() async throws {
    let hash = try await hasher.hash("caf\u{E9} am Morgen")

    #expect(try await hasher.verify("cafe\u{301} am Morgen", against: hash) == .match)
  }

  @Test("A stored text that is no hash matches nothing", arguments: ["", "$2b$05$short", "plain", "$argon2id$v=19$"])
  func refusesOtherForms(hash: String) async throws {
    #expect(try await hasher.verify("plain", against: hash) == .mismatch)
  }

  @Test("A full line refuses at once and answers everyone who was admitted")
  func boundsItsQueue() async throws {
    let narrow = PasswordHasher(
      concurrency: 1, waiting: 2, parameters: Argon2Parameters(memoryKiB: 65_536, passes: 3, lanes: 1))

    let outcomes = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<12 {
        group.addTask { (try? await narrow.hash("a quiet evening")) != nil }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }

    #expect(outcomes.filter { $0 }.count >= 3)
    #expect(outcomes.contains(false))
  }
}
