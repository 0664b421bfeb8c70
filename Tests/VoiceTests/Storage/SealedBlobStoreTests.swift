import Capabilities
import Foundation
import Schemas
import ServiceHost
import TestSupport
import Testing
import VoiceCore
import VoiceHost
import VoiceStorage

@Suite("Audio at rest")
struct SealedBlobStoreTests {
  private static let chunk = BlobPart.byteCount
  private let id = BlobID(stored: "samples/1")
  private let disk = MemoryBlobStore()

  private func store(secret: String = "first") -> SealedBlobStore {
    SealedBlobStore(disk, key: SealingKey(secret: secret + String(repeating: "-", count: 32)))
  }

  @Test("What lies on disk holds no frame and no run of bytes of the sound")
  func encrypts() async throws {
    let sound = try TestAudio.bytes(TestAudio.shortMP3())

    try await write(sound, as: id)

    let stored = Data(try await disk.bytes(of: id))
    for start in stride(from: 0, to: sound.count - 12, by: 7) {
      #expect(stored.range(of: Data(sound[start..<start + 12])) == nil)
    }
    #expect(stored.count < sound.count + 200)
  }

  @Test("The same sound twice looks different on disk")
  func salts() async throws {
    let other = BlobID(stored: "samples/2")

    try await write(Self.sound(1000), as: id)
    try await write(Self.sound(1000), as: other)

    #expect(try await disk.bytes(of: id).suffix(900) != disk.bytes(of: other).suffix(900))
  }

  @Test(
    "Any part can be read, also across the borders of chunks",
    arguments: [0, 1, chunk - 1, chunk, chunk + 1, 2 * chunk, 3 * chunk + 4711])
  func reads(size: Int) async throws {
    let sound = Self.sound(size)

    try await write(sound, as: id)

    let borders = [0, 1, Self.chunk - 1, Self.chunk, Self.chunk + 1, 2 * Self.chunk, size - 1, size, size + 9]
    #expect(try await store().size(of: id) == size)
    for offset in borders where offset >= 0 {
      for count in [0, 1, 2, Self.chunk, Self.chunk + 2, size] {
        let part = try await store().read(id, from: offset, count: count)
        #expect(part == Array(sound.dropFirst(offset).prefix(count)))
      }
    }
  }

  @Test("A changed bit is noticed wherever it is", arguments: [0, 3, 4, 11, 12, 43, 44, 5000, 70_000, -17, -1])
  func noticesChanges(place: Int) async throws {
    try await write(Self.sound(100_000), as: id)
    var stored = try await disk.bytes(of: id)
    stored[place < 0 ? stored.count + place : place] ^= 4

    try await put(stored, as: id)

    await #expect(throws: BlobError.self) { try await store().bytes(of: id) }
  }

  @Test(
    "A blob that was cut short is noticed, also at the end of a chunk", arguments: [1, 16, 17, 4000, 34_480, 100_047])
  func noticesCuts(missing: Int) async throws {
    try await write(Self.sound(100_000), as: id)
    let stored = try await disk.bytes(of: id)

    try await put(Array(stored.dropLast(missing)), as: id)

    await #expect(throws: BlobError.self) { try await store().size(of: id) }
  }

  @Test("Chunks in another order, another blob's content, and bytes added at the end are noticed")
  func noticesExchanges() async throws {
    let other = BlobID(stored: "samples/2")
    try await write(Self.sound(3 * Self.chunk), as: id)
    try await write(Self.sound(3 * Self.chunk), as: other)
    let stored = try await disk.bytes(of: id)
    let length = Self.chunk + 16
    let (header, first, second) = (stored[..<44], stored[44..<44 + length], stored[44 + length..<44 + 2 * length])

    for forged in [
      Array(header + second + first + stored[(44 + 2 * length)...]), try await disk.bytes(of: other), stored + [0],
      Array(header + first),
    ] {
      try await put(forged, as: id)
      await #expect(throws: BlobError.self) { try await store().bytes(of: id) }
    }
  }

  @Test("Another SECRET_KEY is told from damage")
  func noticesTheKey() async throws {
    try await write(Self.sound(10), as: id)

    await #expect(throws: BlobError.sealedWithAnotherKey) { try await store(secret: "second").bytes(of: id) }
    try await put(Self.sound(500), as: id)
    await #expect(throws: BlobError.damaged("no sealed blob")) { try await store().bytes(of: id) }
  }

  @Test("The service's samples and notes are encrypted, and another SECRET_KEY does not start it")
  func sealsTheServicesAudio() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sealed-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let sound = try TestAudio.bytes(TestAudio.shortMP3())
    try await withLocalVoice(["DATA_DIR": folder], samples: [SeededSample("u")]) { world in
      _ = try await world.user("u").makeClone(of: "u")
      _ = try await world.perform.deliver(.sample("p", of: "u"), sound)

      let source = try await world.user("u").get("/users/u/voice/source", headers: ["Range": "bytes=100-299"])
      #expect(source.status == 206 && source.bytes == Array(sound[100..<300]))
    }

    for kind in [BlobID.Kind.samples, .notes] {
      let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/audio/\(kind.rawValue)")
      let stored = try Data(TestAudio.bytes("\(folder)/audio/\(kind.rawValue)/\(#require(names.first))"))
      #expect(stored.range(of: Data(sound[2000..<2012])) == nil)
    }
    await #expect(throws: WrongSealingKey.self) {
      try await withLocalVoice(["DATA_DIR": folder, "SECRET_KEY": String(repeating: "x", count: 32)]) { _ in }
    }
  }

  private static func sound(_ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) } }

  private func write(_ bytes: [UInt8], as id: BlobID) async throws {
    let writer = try await store().writer(for: id)
    for start in stride(from: 0, to: bytes.count, by: 10_007) {
      try await writer.append(Array(bytes[start..<min(bytes.count, start + 10_007)]))
    }
    #expect(try await writer.seal() == bytes.count)
  }

  private func put(_ bytes: [UInt8], as id: BlobID) async throws {
    let writer = try await disk.writer(for: id)
    try await writer.append(bytes)
    try await writer.seal()
  }
}
