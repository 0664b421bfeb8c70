import Capabilities
import Foundation
import Schemas
import TestSupport
import Testing
import VoiceCore
import VoiceRecordings
import VoiceServing

@Suite("Byte ranges")
struct ByteRangeTests {
  @Test(
    "A range is cut to the file, a foolish one ignored, one beyond the file refused",
    arguments: [
      ("bytes=0-0", .part(0..<1)), ("bytes=2-", .part(2..<10)), ("bytes=2-99", .part(2..<10)),
      ("bytes=-3", .part(7..<10)), ("bytes=-99", .part(0..<10)), ("BYTES=1-2", .part(1..<3)),
      ("bytes=10-", .unsatisfiable), ("bytes=-0", .unsatisfiable), ("bytes=5-2", .whole), ("bytes=-", .whole),
      ("bytes=0-1,3-4", .whole), ("items=0-1", .whole), ("bytes=a-b", .whole), ("bytes=+1-2", .whole),
      ("bytes=99999999999999999999-", .whole),
    ] as [(String, ByteRange)])
  func ranges(header: String, expected: ByteRange) {
    #expect(ByteRange(header: header, size: 10) == expected)
  }

  @Test("An empty file has no part")
  func empty() {
    #expect(ByteRange(header: "bytes=0-", size: 0) == .unsatisfiable)
    #expect(ByteRange(header: nil, size: 0) == .whole)
  }
}

@Suite("Links to one recording")
struct AudioLinkTests {
  private func query(_ link: String) -> AudioLinkQuery {
    let items = URLComponents(string: link)?.queryItems ?? []
    let value = { (name: String) in items.first { $0.name == name }?.value }
    return AudioLinkQuery(issued: value("issued"), signature: value("signature"))
  }

  @Test("A link opens its recording until it expires, and no other")
  func validity() throws {
    let clock = try ManualClock()
    let signer = AudioLinkSigner(secret: TestEnvironment.secretKey, clock: clock.wallClock)
    let link = query(signer.link("u", "r"))

    try signer.verify("u", "r", link)
    #expect(throws: ServiceError.self) { try signer.verify("u", "other", link) }
    #expect(throws: ServiceError.self) { try signer.verify("other", "r", link) }
    clock.advance(by: .seconds(899))
    try signer.verify("u", "r", link)
    clock.advance(by: .seconds(1))
    #expect(throws: ServiceError.self) { try signer.verify("u", "r", link) }
  }

  @Test("A link that was changed opens nothing")
  func tampering() throws {
    let signer = AudioLinkSigner(secret: TestEnvironment.secretKey, clock: .system)
    let other = AudioLinkSigner(secret: "another secret of at least 32 bytes", clock: .system)
    let link = query(signer.link("u", "r"))

    for changed in [
      AudioLinkQuery(issued: "99999999999999", signature: link.signature),
      AudioLinkQuery(issued: link.issued, signature: String(repeating: "0", count: 64)),
      AudioLinkQuery(issued: link.issued, signature: "zz"), AudioLinkQuery(issued: nil, signature: nil),
    ] {
      #expect(throws: ServiceError.self) { try signer.verify("u", "r", changed) }
    }
    #expect(throws: ServiceError.self) { try other.verify("u", "r", link) }
  }
}

@Suite("Dates as shown")
struct ShownDateTests {
  @Test(
    "Relative dates are resolved on the day of the recording",
    arguments: [
      ("today", "2026-11-22"), ("yesterday", "2026-11-21"), ("-3d", "2026-11-19"), ("-30d", "2026-10-23"),
      ("2024-02-29", "2024-02-29"), ("2023-02-29", nil), ("tomorrow", nil), ("-9999d", nil), ("--3d", nil), ("", nil),
      ("2024-2-9", nil), ("-d", nil),
    ] as [(String, String?)])
  func resolving(text: String, expected: String?) throws {
    let now = try Date("2026-11-22T21:04:05Z", strategy: .iso8601)

    #expect(ShownDate.resolve(text, at: now) == expected)
  }

  @Test(
    "Times are HH:MM",
    arguments: [("07:30", true), ("24:00", false), ("7:30", false), ("07:60", false), ("ab:cd", false)])
  func times(text: String, isTime: Bool) {
    #expect(ShownDate.isTime(text) == isTime)
  }
}
