import HTTPTypes
import Hummingbird
import Logging
import Schemas
import ServiceHTTP
import VoiceCore
import VoiceServing

/// `/internal/voice/notes…`, for perform.
struct NotesController: Sendable {
  let use: NoteUse
  let recorder: NoteRecorder
  let leases: any VoiceLeasing
  let links: AudioLinks

  private static let path = "/internal/voice/notes"
  private static let stage = "/internal/voice/performances"
  private static let access = RouteAccess.services(["perform"])

  var routes: [Route] { writing + reading }

  private var writing: [Route] {
    [
      Route(
        .post, Self.stage, "Leases the user's voice and opens the performance's note", access: Self.access,
        body: NoteOpening.self
      ) { _, opening in try Reply.json(try await stage(opening)) },
      Route(.post, Self.path, "Opens a performance's note", access: Self.access, body: NoteOpening.self) { _, opening in
        try Reply.json(answer(try await use.open(opening)))
      },
      Route(
        .put, "\(Self.path)/{pid}/audio", "Writes the note's MP3 while it is made", access: Self.access,
        input: .stream(contentTypes: ["audio/mpeg"], maxBytes: recorder.longest)
      ) { try Reply.json(answer(try await write($0))) },
      Route(
        .post, "\(Self.path)/{pid}/confirm", "The charge is committed: delivers the note", access: Self.access,
        body: NoteConfirmation.self
      ) { call, body in
        let note = try await use.confirm(call.parameter("pid"), answer: body.answer)
        if let lease = body.leaseID { await leases.end(lease) }
        return try Reply.json(answer(note))
      },
      Route(.delete, "\(Self.path)/{pid}", "Removes a note that is not confirmed", access: Self.access) { call in
        try await use.discard(call.parameter("pid"), attempt: call.query("attempt").flatMap { Int($0) })
        return Reply.empty()
      },
    ]
  }

  private var reading: [Route] {
    [
      Route(.get, "\(Self.path)/{pid}", "Where the note stands", access: Self.access) { call in
        try Reply.json(answer(try await use.note(call.parameter("pid"))))
      },
      Route(.get, "\(Self.path)/{pid}/audio", "The MP3 of a note that is whole", access: Self.access) { call in
        let note = try await use.note(call.parameter("pid"))
        guard note.state != .pending, let audio = note.audio else { throw ServiceError(.recordingNotFound) }
        return try await AudioReply(use.blobs).answer(audio.blob, to: call)
      },
    ]
  }

  private func stage(_ opening: NoteOpening) async throws -> StageAnswer {
    let lease = try await leases.lease(
      LeaseRequest(userID: opening.userID, performanceID: opening.performanceID))
    var opening = opening
    opening.voiceCloneID = lease.voiceCloneID
    do {
      return StageAnswer(lease: lease, note: answer(try await use.open(opening)))
    } catch {
      await leases.end(lease.leaseID)
      throw error
    }
  }

  private func write(_ call: Call) async throws -> Note {
    let note = try await use.note(call.parameter("pid"))
    guard note.state == .pending, call.query("attempt") == String(note.attempt) else { throw NoteUse.notOpen }
    do {
      return try await use.seal(note, try await recorder.record(call))
    } catch let error as NoteAudioRefused {
      throw error == .tooLarge
        ? ServiceError(.payloadTooLarge) : ServiceError(.validationFailed, "The body is not a whole MP3.")
    } catch is BodyBroken {
      call.logger.warning("note_upload_broken", metadata: ["performance_id": "\(note.performanceID)"])
      throw ServiceError(.validationFailed, "The body broke off.")
    }
  }

  private func answer(_ note: Note) -> NoteAnswer {
    NoteAnswer(
      performanceID: note.performanceID, recordingID: note.recordingID, userID: note.userID,
      requestDigest: note.requestDigest, state: note.state, attempt: note.attempt,
      sizeBytes: note.audio?.byteCount ?? 0, durationSeconds: note.audio?.durationSeconds ?? 0, answer: note.answer,
      draft: note.audio?.draft,
      audioURL: links.link(note.userID, note.recordingID))
  }
}
