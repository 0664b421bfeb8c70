import Capabilities
import Foundation
import OutboundHTTP
import Schemas
import ServiceClients
import TestSupport
import Testing

@Suite("Links to one recording", .serialized)
struct RecordingLinkTests {
  @Test("A link opens its own recording only, until it expires, and never any other route")
  func scope() async throws {
    let mp3 = try TestAudio.bytes(TestAudio.shortMP3())
    let clock = try ManualClock()
    try await withLocalVoice(clock: clock.wallClock) { world in
      let first = try await world.perform.deliver(.sample("p"), mp3)
      let second = try await world.perform.deliver(.sample("q"), mp3)
      let open = world.host.client
      let query = first.audioURL.split(separator: "?")[1]
      #expect(try await open.get(first.audioURL, headers: ["Range": "bytes=0-9"]).status == 206)

      let flipped = first.audioURL.dropLast() + (first.audioURL.hasSuffix("0") ? "1" : "0")
      let stretched = first.audioURL.replacing("issued=", with: "issued=9")
      let swapped = second.audioURL.split(separator: "?")[0] + "?" + query
      let foreign = first.audioURL.replacing("/users/u/", with: "/users/w/")
      let bare = String(first.audioURL.split(separator: "&")[0])
      for link in [String(flipped), stretched, String(swapped), foreign, bare] {
        let refused = try await open.get(link)
        #expect(refused.status == 403 && refused.error == "SIGNATURE_INVALID", "\(link)")
      }
      for path in ["/users/u/recordings", "/users/u/recordings/\(first.recordingID)", "/users/u/voice/source"] {
        #expect(try await open.get("\(path)?\(query)").status == 401)
      }

      clock.advance(by: .seconds(900))
      #expect(try await open.get(first.audioURL).error == "SIGNATURE_INVALID")
      #expect(!world.host.logs.lines.contains { $0.contains("signature=") || $0.contains(query.suffix(64)) })
    }
  }

  @Test("When a user's sessions are ended, links from before open nothing; later ones do")
  func revocation() async throws {
    let mp3 = try TestAudio.bytes(TestAudio.shortMP3())
    let clock = try ManualClock()
    try await withLocalVoice(clock: clock.wallClock) { world in
      let note = try await world.perform.deliver(.sample("p"), mp3)
      let other = try await world.perform.deliver(.sample("q", of: "w"), mp3)
      let open = world.host.client
      #expect(try await open.get(note.audioURL).status == 200)

      clock.advance(by: .seconds(1))
      world.auth.revoke("u", until: clock.wallClock.now())
      try await eventually("voice has heard of it") {
        try await open.get(note.audioURL).error == "SIGNATURE_INVALID"
      }
      #expect(try await open.get(other.audioURL).status == 200)
      clock.advance(by: .seconds(1))
      let renewed = try #require(try await world.perform.note("p"))
      #expect(try await open.get(renewed.audioURL).status == 200)
    }
  }

  @Test("One range is served, several at once or none that can be read are the whole file")
  func ranges() async throws {
    let mp3 = try TestAudio.bytes(TestAudio.shortMP3())
    let size = mp3.count
    try await withLocalVoice { world in
      let note = try await world.perform.deliver(.sample("p"), mp3)
      let parts = [
        ("bytes=7-7", 7..<8), ("bytes=5-", 5..<size), ("bytes=-10", size - 10..<size), ("bytes=-99999999", 0..<size),
        ("bytes=95-99999999", 95..<size),
      ]

      for (header, part) in parts {
        let answer = try await world.host.client.get(note.audioURL, headers: ["Range": header])
        #expect(answer.status == 206 && answer.bytes == Array(mp3[part]), "\(header)")
      }
      for header in ["bytes=0-1,5-6", "bytes=5-2", "items=0-1"] {
        let answer = try await world.host.client.get(note.audioURL, headers: ["Range": header])
        #expect(answer.status == 200 && answer.bytes == mp3, "\(header)")
      }
      for header in ["bytes=\(size)-", "bytes=-0"] {
        #expect(try await world.host.client.get(note.audioURL, headers: ["Range": header]).status == 416, "\(header)")
      }
    }
  }

  @Test("A transfer is saved or resumed by the ETag")
  func conditions() async throws {
    let mp3 = try TestAudio.bytes(TestAudio.shortMP3())
    try await withLocalVoice { world in
      let note = try await world.perform.deliver(.sample("p"), mp3)
      let open = world.host.client
      let etag = try #require(try await open.get(note.audioURL).headers["ETag"])

      for tags in [etag, "\"a\", \(etag)", "W/\(etag)", "*"] {
        #expect(try await open.get(note.audioURL, headers: ["If-None-Match": tags]).status == 304)
      }
      #expect(try await open.get(note.audioURL, headers: ["If-None-Match": "\"a\""]).status == 200)
      let resumed = ["Range": "bytes=5-9", "If-Range": etag]
      #expect(try await open.get(note.audioURL, headers: resumed).status == 206)
      let changed = ["Range": "bytes=5-9", "If-Range": "Wed, 21 Oct 2015 07:28:00 GMT"]
      #expect(try await open.get(note.audioURL, headers: changed).bytes == mp3)
    }
  }
}
