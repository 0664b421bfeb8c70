import Foundation
import OutboundHTTP
import Schemas
import ServiceClients
import TestSupport
import Testing

@Suite("A note's life", .serialized)
struct NotesTests {
  private let mp3: [UInt8]

  init() throws {
    mp3 = try TestAudio.bytes(TestAudio.shortMP3())
  }

  private func blobs(_ world: VoiceWorld) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(world.host.dataDirectory)/audio/notes")
      + AudioFolder.unfinished("parts", in: world.host.dataDirectory)
  }

  @Test("Pending while it is made, sealed once whole, confirmed once paid for")
  func life() async throws {
    try await withLocalVoice { world in
      let perform = world.perform
      #expect(try await perform.note("p") == nil)

      let opened = try await perform.openNote(.sample("p"))
      #expect(opened.state == .pending && opened.sizeBytes == 0)
      await #expect(throws: ServiceError.self) { try await perform.confirmNote("p", NoteConfirmation(answer: "{}")) }

      let sealed = try await perform.write(mp3, to: "p")
      #expect(sealed.state == .sealed && sealed.sizeBytes == mp3.count)
      #expect(abs(sealed.durationSeconds - 2) < 0.1)
      #expect(try await world.host.client.get(sealed.audioURL).error == "RECORDING_NOT_FOUND")
      #expect(try await perform.audio(of: "p") == mp3)

      let confirmed = try await perform.confirmNote("p", NoteConfirmation(answer: #"{"a":1}"#))
      #expect(confirmed.state == .confirmed && confirmed.recordingID == opened.recordingID)
      #expect(try await perform.audio(of: "p") == mp3)
      #expect(try await world.host.client.get(opened.audioURL).status == 200)
      let again = try await perform.confirmNote("p", NoteConfirmation(answer: "other"))
      #expect(again.answer == #"{"a":1}"# && again.requestDigest == "digest")
    }
  }

  @Test("An upload that breaks off leaves the note pending and nothing on disk")
  func broken() async throws {
    try await withLocalVoice { world in
      let perform = world.perform
      _ = try await perform.openNote(.sample("p"))
      let source = ChunkSource(mp3)

      await #expect(throws: (any Error).self) {
        _ = try await perform.writeNote("p", attempt: 1, draft: .sample) {
          guard let chunk = await source.next(), chunk.count == 3000 else { throw PeerHangsUp() }
          return chunk
        }
      }

      try await eventually("the part is gone") { try blobs(world).isEmpty }
      #expect(try await perform.note("p")?.state == .pending)
      #expect(try await perform.write(mp3, to: "p").state == .sealed)
    }
  }

  @Test("A body that is no whole MP3 is refused")
  func notWhole() async throws {
    try await withLocalVoice { world in
      let perform = world.perform
      _ = try await perform.openNote(.sample("p"))

      for bytes in [Array(mp3.dropLast(100)), Array("no audio".utf8), []] {
        await #expect { try await perform.write(bytes, to: "p") } throws: {
          ($0 as? ServiceError)?.code == .validationFailed
        }
      }

      #expect(try blobs(world).isEmpty)
      #expect(try await perform.note("p")?.state == .pending)
    }
  }

  @Test("A whole note, which may be paid for, is not opened again before it is settled; what was known of it is kept")
  func sealed() async throws {
    try await withLocalVoice { world in
      let perform = world.perform
      let first = try await perform.openNote(.sample("p"))
      _ = try await perform.write(mp3, to: "p")

      await #expect { try await perform.openNote(.sample("p")) } throws: {
        ($0 as? ServiceError)?.code == .noteSettling
      }

      let kept = try await perform.note("p")
      #expect(kept?.state == .sealed && kept?.recordingID == first.recordingID)
      #expect(kept?.draft?.contains(#""text":"secret""#) == true)
    }
  }

  @Test("A discarded note is opened anew; a confirmed one is returned as it is")
  func reopening() async throws {
    try await withLocalVoice { world in
      let perform = world.perform
      _ = try await perform.openNote(.sample("p"))
      _ = try await perform.write(mp3, to: "p")
      try await perform.discardNote("p", attempt: 1)

      let second = try await perform.openNote(.sample("p"))
      #expect(second.state == .pending)
      #expect(try blobs(world).isEmpty)

      _ = try await perform.write(mp3, to: "p")
      _ = try await perform.confirmNote("p", NoteConfirmation(answer: "{}"))
      let third = try await perform.openNote(.sample("p"))
      #expect(third.state == .confirmed && third.answer == "{}")
    }
  }

  @Test("What an overtaken attempt still writes is not taken")
  func overtaken() async throws {
    try await withLocalVoice { world in
      let perform = world.perform
      _ = try await perform.openNote(.sample("p"))
      let source = ChunkSource(mp3)
      let (started, start) = AsyncStream.makeStream(of: Void.self)
      let (gate, open) = AsyncStream.makeStream(of: Void.self)
      let late = Task {
        try await perform.writeNote("p", attempt: 1, draft: .sample) {
          start.yield()
          for await _ in gate { break }
          open.finish()
          return await source.next()
        }
      }
      for await _ in started { break }

      let newer = try await perform.openNote(.sample("p"))
      _ = try await perform.write(mp3, to: "p", attempt: newer.attempt)
      open.yield()

      await #expect(throws: (any Error).self) { try await late.value }
      #expect(try await perform.confirmNote("p", NoteConfirmation(answer: "{}")).state == .confirmed)
      #expect(try blobs(world).count == 1)
    }
  }

  @Test("A note is discarded with its audio; a confirmed one stays")
  func discarding() async throws {
    try await withLocalVoice { world in
      let perform = world.perform
      _ = try await perform.openNote(.sample("p"))
      _ = try await perform.write(mp3, to: "p")
      try await perform.discardNote("p", attempt: 1)
      #expect(try await perform.note("p") == nil && blobs(world).isEmpty)

      _ = try await perform.deliver(.sample("q"), mp3)
      try await perform.discardNote("q", attempt: 1)
      #expect(try await perform.note("q")?.state == .confirmed)
    }
  }

  @Test("Whoever was overtaken, or never learnt its number, removes nobody else's whole note")
  func overtakenDiscard() async throws {
    try await withLocalVoice { world in
      let perform = world.perform
      _ = try await perform.openNote(.sample("p"))
      let newer = try await perform.openNote(.sample("p"))
      await #expect(throws: ServiceError.self) { try await perform.write(mp3, to: "p", attempt: 1) }
      _ = try await perform.write(mp3, to: "p", attempt: newer.attempt)

      try await perform.discardNote("p", attempt: 1)
      try await perform.discardNote("p", attempt: nil)

      #expect(try await perform.note("p")?.state == .sealed)
      try await perform.discardNote("p", attempt: newer.attempt)
      #expect(try await perform.note("p") == nil)
    }
  }

  @Test("A rehearsal is retrievable but leaves no card")
  func rehearsal() async throws {
    try await withLocalVoice { world in
      let note = try await world.perform.deliver(.sample("p", rehearsal: true), mp3)

      let list = try await world.user("u").get("/users/u/recordings").decode(RecordingsAnswer.self)
      #expect(list.recordings.isEmpty)
      #expect(try await world.host.client.get(note.audioURL).status == 200)
    }
  }

  @Test("Users and other services have no business with notes")
  func access() async throws {
    try await withLocalVoice { world in
      let billing = try await world.auth.tokens.service(.billing, for: .voice)

      #expect(try await world.host.client.with(token: billing).get("/internal/voice/notes/p").status == 403)
      #expect(try await world.user("u").get("/internal/voice/notes/p").status == 401)
      #expect(try await world.user("u").get("/api/internal/voice/notes/p").status == 404)
    }
  }
}
