import Schemas
import TestSupport
import Testing

@Suite struct PrepareLimitTests {
  @Test(
    "Preparing tells of every limit that would refuse the performance",
    arguments: [
      (["MONTHLY_CHAR_LIMIT": "50"], "CHARACTER_LIMIT_REACHED"),
      (["INSTALLATION_CHAR_LIMIT": "50"], "INSTALLATION_LIMIT_REACHED"),
    ])
  func limits(billing: [String: String], code: String) async throws {
    try await withTheatre(billing: billing) { theatre in
      let prepared = try await theatre.anna.post("/perform/prepare").decode(PrepareAnswer.self)
      let performed = try await theatre.perform()

      #expect(prepared == PrepareAnswer(reasons: [code]))
      #expect(performed.error == code)
    }
  }

  @Test("Tapping through menus takes nothing from the performances that are allowed")
  func ownBuckets() async throws {
    try await withTheatre(environment: ["RATE_LIMIT_PERFORM": "1/1"]) { theatre in
      let thought: JSONValue = ["topic": "cards", "value": "Seven of Hearts"]

      let statuses = [
        try await theatre.anna.post("/perform/prepare").status,
        try await theatre.anna.post("/perform/prepare").status,
        try await theatre.anna.post("/generate-thought", thought).status,
        try await theatre.perform().status,
        try await theatre.perform().status,
      ]

      #expect(statuses == [200, 429, 200, 200, 429])
    }
  }
}
