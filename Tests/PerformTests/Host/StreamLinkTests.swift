import OutboundHTTP
import Schemas
import TestSupport
import Testing

@Suite("The link of a delivered note")
struct StreamLinkTests {
  @Test("A player may ask for any part, and again only if it has changed")
  func seeks() async throws {
    try await withHouse { house in
      let accepted = try await house.delivered()
      let player = { (headers: [String: String]) in
        try await house.perform.client.get(accepted.streamURL, headers: headers)
      }
      let stored = try await house.voice.client.get(accepted.audioURL)

      let open = try await player(["Range": "bytes=0-"])
      let middle = try await player(["Range": "bytes=100-199"])
      let whole = try await player([:])
      let changed = try await player(["Range": "bytes=100-199", "If-Range": "\"another\""])
      let known = try await player(["If-None-Match": stored.header("ETag") ?? ""])

      let size = stored.bytes.count
      #expect(open.status == 206 && open.bytes == stored.bytes)
      #expect(open.header("Content-Range") == "bytes 0-\(size - 1)/\(size)")
      #expect(open.header("Accept-Ranges") == "bytes" && open.header("Content-Type") == "audio/mpeg")
      #expect(middle.status == 206 && middle.bytes == Array(stored.bytes[100...199]))
      #expect(middle.header("Content-Length") == "100" && middle.header("ETag") == stored.header("ETag"))
      #expect(whole.status == 200 && whole.bytes == stored.bytes && whole.header("Content-Length") == "\(size)")
      #expect(changed.status == 200 && changed.bytes == stored.bytes)
      #expect(known.status == 304 && known.bytes.isEmpty)
    }
  }

  @Test("A part behind its end is refused, and the size is told")
  func behindTheEnd() async throws {
    try await withHouse { house in
      let accepted = try await house.delivered()
      let size = try await house.voice.client.get(accepted.audioURL).bytes.count

      let refused = try await house.perform.client.get(accepted.streamURL, headers: ["Range": "bytes=\(size)-"])

      #expect(refused.status == 416 && refused.error == "RANGE_NOT_SATISFIABLE")
      #expect(refused.header("Content-Range") == "bytes */\(size)")
    }
  }
}

extension House {
  /// An accepted performance whose note is whole, paid for and no longer in perform's memory.
  fileprivate func delivered() async throws -> PerformAcceptedAnswer {
    let answer = try await anna.post("/perform", Theatre.body("Lara", [:]), headers: ["Prefer": "respond-async"])
    let accepted = try answer.decode(PerformAcceptedAnswer.self)
    try await expectEventually(within: .seconds(60)) {
      try await perform.client.get(accepted.streamURL).header("Accept-Ranges") != nil
    }
    return accepted
  }
}
