import AudioCodecs
import Capabilities
import Schemas
import ServiceHTTP
import VoiceCore
import VoiceServing

/// Writes a note's MP3 to disk while it arrives.
struct NoteRecorder: Sendable {
  let blobs: any BlobStore
  let identifiers: Identifiers
  let longest: Int

  /// - Returns: the audio, whole and on disk.
  /// - Throws: ``NoteAudioRefused``, or ``BodyBroken`` where the body broke off; nothing is then kept.
  func record(_ call: Call) async throws -> NoteAudio {
    let blob = BlobID(.notes, identifiers)
    let writer = try await blobs.writer(for: blob)
    do {
      let duration = try await write(call, to: writer)
      let size = try await writer.seal()
      let sent = NoteDraft.read(call.header(NoteDraft.header))
      return NoteAudio(
        blob: blob, byteCount: size, durationSeconds: duration, draft: sent?.json,
        voiceSource: sent?.draft.answer.voiceSource ?? "")
    } catch {
      await writer.discard()
      throw error
    }
  }

  private func write(_ call: Call, to writer: any BlobWriter) async throws -> Double {
    var scanner = MP3FrameScanner()
    var count = 0
    try await IncomingBody(call).read { bytes in
      count += bytes.count
      guard count <= longest else { throw NoteAudioRefused.tooLarge }
      scanner.scan(bytes)
      try await writer.append(bytes)
    }
    guard scanner.endsWithWholeFrame else { throw NoteAudioRefused.notWhole }
    return scanner.durationSeconds
  }
}

/// A body that is no whole MP3.
enum NoteAudioRefused: Error {
  case tooLarge
  case notWhole
}
