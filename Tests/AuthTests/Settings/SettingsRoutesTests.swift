import OutboundHTTP
import Schemas
import TestSupport
import Testing

@Suite struct SettingsRoutesTests {
  @Test("A new user has every key at its default")
  func defaults() async throws {
    try await withUser { client, id in
      let answer = try await client.get("/user/settings")

      #expect(
        answer.json == [
          "language": "english", "voice_similarity": 0.75, "stability": 0.5, "add_background_sound": true,
          "background_volume": 0.3, "background_name": "fan", "sex": "male", "OS": "ios", "voice_note_name": nil,
          "voice_note_date": nil, "voice_note_time": nil, "voice_note_name_default": true, "time_zone": nil,
          "disclosure": "after_show",
        ])
      #expect(try await client.get("/users/\(id)/settings").json == answer.json)
      #expect(try await client.get("/api/user/settings").json == answer.json)
    }
  }

  @Test("PUT replaces the document, PATCH changes what it names", arguments: [false, true])
  func writes(byID: Bool) async throws {
    try await withUser { client, id in
      let path = byID ? "/users/\(id)/settings" : "/user/settings"
      _ = try await client.put(path, ["language": "italian", "stability": 0.9])

      let patched = try await client.patch(path, ["sex": "female"])
      #expect(patched.json["language"] == "italian")
      #expect(patched.json["sex"] == "female")

      let replaced = try await client.put(path, ["stability": 0.1])
      #expect(replaced.json["language"] == "english")
      #expect(replaced.json["sex"] == "male")
      #expect(try await client.get(path).json == replaced.json)
    }
  }

  @Test("A document from an older client is stored in the canonical form")
  func normalises() async throws {
    try await withUser { client, _ in
      let answer = try await client.put(
        "/user/settings",
        [
          "voice_language": "es", "speaker_sex": "female", "voice_stability": 40, "voice_similarity": 90,
          "background_sound": true, "background_volume": 25, "voice_note_name": "", "voice_note_date": "",
          "voice_note_name_default": true,
        ])

      #expect(answer.status == 200)
      #expect(answer.json["language"] == "spanish")
      #expect(answer.json["stability"] == 0.4)
      #expect(answer.json["voice_similarity"] == 0.9)
      #expect(answer.json["background_volume"] == 0.25)
      #expect(answer.json["voice_note_name"] == .null)
      #expect(answer.json["voice_language"] == nil)
    }
  }

  @Test("A change on what somebody else has changed since is refused", arguments: ["PUT", "PATCH"])
  func refusesLostUpdates(method: String) async throws {
    try await withUser { client, _ in
      let tag = try #require(try await client.get("/user/settings").header("ETag"))
      let first = try await change(client, method, tag)

      let second = try await change(client, method, tag)

      #expect(first.status == 200)
      #expect(second.status == 412)
      #expect(second.error == "PRECONDITION_FAILED")
      #expect(try await change(client, method, first.header("ETag") ?? "").status == 200)
      #expect(try await change(client, method, "*").status == 200)
    }
  }

  @Test("Of simultaneous changes of one version one wins")
  func serialises() async throws {
    try await withUser { client, _ in
      let tag = try #require(try await client.get("/user/settings").header("ETag"))

      let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<8 { group.addTask { try await change(client, "PATCH", tag).status } }
        return try await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
      }

      #expect(statuses == [200: 1, 412: 7])
    }
  }

  @Test("A client that has the current version gets 304")
  func revalidates() async throws {
    try await withUser { client, _ in
      let tag = try #require(try await client.get("/user/settings").header("ETag"))

      let same = try await client.get("/user/settings", headers: ["If-None-Match": tag])
      _ = try await client.patch("/user/settings", ["sex": "female"])
      let changed = try await client.get("/user/settings", headers: ["If-None-Match": tag])

      #expect(same.status == 304)
      #expect(same.bytes.isEmpty)
      #expect(changed.status == 200)
    }
  }

  @Test("Unknown keys are refused by name and change nothing")
  func refusesUnknown() async throws {
    try await withUser { client, _ in
      let answer = try await client.patch("/user/settings", ["sex": "female", "favourite_colour": "red"])

      #expect(answer.status == 422)
      #expect(answer.json["fields"]?.arrayValue?.map { $0["field"] } == ["favourite_colour"])
      #expect(try await client.get("/user/settings").json["sex"] == "male")
    }
  }

  @Test("What is no JSON object is refused", arguments: ["", "{", "[]", "\"text\"", "{\"sex\":\u{0}}"])
  func refusesMalformed(body: String) async throws {
    try await withUser { client, _ in
      let answer = try await client.send(
        "PUT", "/user/settings", body: .bytes(Array(body.utf8)), headers: ["Content-Type": "application/json"])

      #expect([400, 422].contains(answer.status))
      #expect(answer.header("Content-Type") == "application/problem+json")
    }
  }

  private func change(_ client: TestClient, _ method: String, _ tag: String) async throws -> TestAnswer {
    let body: JSONValue = ["stability": 0.9]
    return method == "PUT"
      ? try await client.put("/user/settings", body, headers: ["If-Match": tag])
      : try await client.patch("/user/settings", body, headers: ["If-Match": tag])
  }

  private func withUser(_ body: (TestClient, String) async throws -> Void) async throws {
    try await withAuth { auth in
      let ana = try await auth.register("ana")
      try await body(auth.client.with(token: ana.accessToken), ana.userID)
    }
  }

  @Test("A zone is one of the IANA database; a blank name or zone is none")
  func zones() async throws {
    try await withUser { client, id in
      let known = try await client.patch("/user/settings", ["time_zone": "America/New_York", "voice_note_name": "  "])
      let unknown = try await client.patch("/user/settings", ["time_zone": "Mars/Olympus"])
      let cleared = try await client.patch("/user/settings", ["time_zone": nil])

      #expect(known.json["time_zone"] == "America/New_York" && known.json["voice_note_name"] == .null)
      #expect(unknown.status == 422)
      #expect(cleared.json["time_zone"] == .null)
    }
  }
}
