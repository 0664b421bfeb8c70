import Foundation
import ProviderEmulator
import Testing

@Suite("Pages of voices")
struct VoicePagingTests {
  @Test("The first page holds the premade voices beside its own; the pages together hold every voice once")
  func pages() async throws {
    try await withEmulator { emulator, client in
      let made = (0..<5).map { emulator.state.addForeignVoice(name: "Voice \($0)").id }

      let first = try await client.elevenLabs("/v2/voices?page_size=2").json
      let ids = try await allIDs(client, size: 2)

      #expect(first["voices"]?.array?.count == 8)
      #expect(first["has_more"] == true)
      #expect(first["total_count"] == 11)
      #expect(ids.count == 11)
      #expect(Set(ids).isSuperset(of: made))
    }
  }

  @Test("A voice deleted between two pages shifts nobody out of sight")
  func deletionBetweenPages() async throws {
    try await withEmulator { emulator, client in
      (0..<4).forEach { emulator.state.addForeignVoice(name: "Voice \($0)") }
      let first = try await client.elevenLabs("/v2/voices?page_size=2&voice_type=personal").json
      let seen = first["voices"]?.array?.compactMap { $0["voice_id"]?.string } ?? []
      let token = try #require(first["next_page_token"]?.string)

      emulator.state.removeVoice(seen[0])
      let second = try await client.elevenLabs(
        "/v2/voices?page_size=2&voice_type=personal&next_page_token=\(escaped(token))"
      ).json

      #expect(second["voices"]?.array?.count == 2)
      #expect(second["has_more"] == false)
    }
  }

  @Test(
    "Page sizes outside 1…100 and foreign tokens are refused",
    arguments: ["page_size=0", "page_size=101", "next_page_token=x"])
  func badPages(query: String) async throws {
    try await withEmulator { _, client in
      let answer = try await client.elevenLabs("/v2/voices?\(query)")

      #expect(answer.status == 400)
    }
  }

  @Test(
    "A flag that is no boolean is refused by name",
    arguments: ["include_total_count", "high_quality", "include_custom_rates", "include_live_moderated"])
  func badFlags(name: String) async throws {
    try await withEmulator { _, client in
      let answer = try await client.elevenLabs("/v2/voices?\(name)=perhaps")

      #expect(answer.status == 422)
      #expect(answer.json["detail"]?.array?.first?["loc"] == ["query", .string(name)])
      #expect(try await client.elevenLabs("/v2/voices?\(name)=true").status == 200)
    }
  }

  @Test(
    "Filters narrow the list",
    arguments: [
      ("voice_type=default", ["George"]), ("voice_type=personal", ["Ana", "Bea"]), ("category=cloned", ["Ana", "Bea"]),
      ("category=generated", []), ("search=ANA", ["Ana"]), ("search=valencia", ["Bea"]), ("gender=male", ["George"]),
      ("accent=british&gender=male", ["George"]), ("voice_type=non-community&sort=name", ["Ana", "Bea"]),
      ("collection_id=c", []), ("fine_tuning_state=draft", []), ("high_quality=true", []), ("voice_type=community", []),
    ])
  func filters(query: String, names: [String]) async throws {
    try await withEmulator { emulator, client in
      emulator.state.addForeignVoice(name: "Ana")
      emulator.state.addForeignVoice(name: "Bea", labels: ["city": "Valencia"])
      let known = ["Ana", "Bea", "George"]

      let list = try await client.elevenLabs("/v2/voices?\(query)").json["voices"]?.array ?? []

      #expect(list.compactMap { $0["name"]?.string }.filter(known.contains).sorted() == names)
    }
  }

  @Test("Voices are asked for by their ids, a hundred at most")
  func byID() async throws {
    try await withEmulator { emulator, client in
      let ids = (0..<101).map { emulator.state.addForeignVoice(name: "Voice \($0)").id }

      let two = try await client.elevenLabs("/v2/voices?voice_ids=\(ids[0])&voice_ids=\(ids[1])").json
      let query = ids.map { "voice_ids=\($0)" }.joined(separator: "&")

      #expect(two["voices"]?.array?.count == 2 && two["total_count"] == 2)
      #expect(try await client.elevenLabs("/v2/voices?\(query)").status == 400)
      #expect(try await client.elevenLabs("/v2/voices?page_size=ten").status == 422)
    }
  }

  private func allIDs(_ client: EmulatorClient, size: Int) async throws -> [String] {
    var ids: [String] = []
    var token: String?
    repeat {
      let page = token.map { "&next_page_token=\(escaped($0))" } ?? ""
      let body = try await client.elevenLabs("/v2/voices?page_size=\(size)\(page)").json
      ids += body["voices"]?.array?.compactMap { $0["voice_id"]?.string } ?? []
      token = body["next_page_token"]?.string
    } while token != nil
    return ids
  }

  private func escaped(_ token: String) -> String {
    token.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? token
  }
}
