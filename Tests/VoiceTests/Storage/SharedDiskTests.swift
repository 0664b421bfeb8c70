import Capabilities
import Foundation
import GRDB
import OutboundHTTP
import Schemas
import ServiceClients
import ServiceHost
import TestSupport
import Testing
import VoiceCore
import VoiceHost
import VoiceStorage

@Suite("Two processes on one disk, and what a dead one left there", .serialized)
struct SharedDiskTests {
  private func folder(_ body: (String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "voice-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await body(folder)
  }

  /// Bytes that stop half-way until the gate opens.
  private func halting(_ bytes: [UInt8], at gate: AsyncStream<Void>) -> @Sendable () async throws -> [UInt8]? {
    let source = ChunkSource(bytes)
    let progress = Progress(half: bytes.count / 2)
    return {
      guard let chunk = await source.next() else { return nil }
      if await progress.passesHalf(chunk.count) { for await _ in gate { break } }
      return chunk
    }
  }

  private func form(_ path: String) throws -> [UInt8] {
    let parts = [
      "--b\r\nContent-Disposition: form-data; name=\"consent\"\r\n\r\ntrue\r\n",
      "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"r\"\r\n\r\n",
    ]
    return try Array(parts.joined().utf8) + TestAudio.bytes(path) + Array("\r\n--b--\r\n".utf8)
  }

  @Test("A second process that starts, serves and ends destroys no upload and no note that is under way")
  func second() async throws {
    let mp3 = try TestAudio.bytes(TestAudio.shortMP3())
    let body = try form(TestAudio.clip("webm"))
    try await withLocalVoice { world in
      let (client, perform) = (try await world.user("u"), world.perform)
      let disk = world.host.dataDirectory
      let (uploadGate, openUpload) = AsyncStream.makeStream(of: Void.self)
      let (noteGate, openNote) = AsyncStream.makeStream(of: Void.self)
      let (uploaded, written) = (halting(body, at: uploadGate), halting(mp3, at: noteGate))
      _ = try await perform.openNote(.sample("p"))
      let upload = Task {
        try await client.send(
          "POST", "/users/u/voice", body: .stream { try await uploaded() },
          headers: ["Content-Type": "multipart/form-data; boundary=b"])
      }
      let note = Task { try await perform.writeNote("p", attempt: 1, draft: .sample) { try await written() } }
      try await eventually("both are under way") { try world.leftovers().count == 2 }

      try FileManager.default.createDirectory(atPath: "\(disk)/audio/work/dead", withIntermediateDirectories: true)
      try await withRunningHost(VoiceHost.definition, environment: ["DATA_DIR": disk]) { _ in
        try await eventually("the second one has tidied up") {
          !FileManager.default.fileExists(atPath: "\(disk)/audio/work/dead")
        }
      }
      openUpload.finish()
      openNote.finish()

      #expect(try await note.value.state == .sealed)
      let answer = try await upload.value
      #expect(answer.status == 200, "\(answer.text)")
    }
  }

  /// As a process leaves them that dies before it writes their rows.
  private func sealOrphans(in folder: String) async throws {
    let files = try FileBlobStore(root: "\(folder)/audio")
    let blobs = SealedBlobStore(files, key: SealingKey(secret: TestEnvironment.secretKey))
    for kind in BlobID.Kind.allCases {
      _ = try await blobs.keep(file: TestAudio.shortMP3(), as: BlobID(kind, .system))
    }
    files.parts.remove()
  }

  @Test("Audio that was sealed but never got its row is gone after the next start; all other audio stays")
  func orphans() async throws {
    try await folder { folder in
      try await SeededSample.store([SeededSample("u")], in: folder)
      try await sealOrphans(in: folder)

      try await withLocalVoice(["DATA_DIR": folder]) { world in
        try await eventually("the orphans are gone") { try AudioFolder.blobs(in: folder).count == 1 }

        #expect(try await world.user("u").get("/users/u/voice/source").status == 200)
      }
    }
  }

  @Test("A database that is not the audio's own makes nothing disappear")
  func foreignDatabase() async throws {
    try await folder { folder in
      try FileManager.default.createDirectory(atPath: "\(folder)/audio/notes", withIntermediateDirectories: true)
      for number in 0..<60 { try Data([1]).write(to: URL(filePath: "\(folder)/audio/notes/\(number)")) }

      try await withLocalVoice(["DATA_DIR": folder]) { world in
        try await eventually("it is said") { !world.host.logs.events("audio_orphans_kept").isEmpty }

        #expect(try AudioFolder.blobs(in: folder).count == 60)
      }
    }
  }

  @Test("The text of a deleted note is in no file of the database any more")
  func forgottenText() async throws {
    try await folder { folder in
      let mp3 = try TestAudio.bytes(TestAudio.shortMP3())
      let text = "zebras on the staircase"
      var draft = NoteDraft.sample
      draft.answer.text = text
      let source = ChunkSource(mp3)
      try await withLocalVoice(["DATA_DIR": folder]) { world in
        let opened = try await world.perform.openNote(.sample("p", title: "Staircase zebra"))
        _ = try await world.perform.writeNote("p", attempt: 1, draft: draft) { await source.next() }
        _ = try await world.perform.confirmNote("p", NoteConfirmation(answer: #"{"text":"\#(text)"}"#))
        #expect(try await world.perform.note("p")?.draft == nil)

        let deleted = try await world.user("u").delete("/users/u/recordings/\(opened.recordingID)")

        #expect(deleted.status == 204)
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name.hasPrefix("voice.sqlite") {
          let file = try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))
          for left in [text, "Staircase zebra"] { #expect(file.range(of: Data(left.utf8)) == nil, "\(name): \(left)") }
        }
      }
    }
  }
}

/// Tells once that half of something has passed.
private actor Progress {
  private var left: Int

  init(half: Int) {
    left = half
  }

  func passesHalf(_ count: Int) -> Bool {
    defer { left -= count }
    return left > 0 && left <= count
  }
}
