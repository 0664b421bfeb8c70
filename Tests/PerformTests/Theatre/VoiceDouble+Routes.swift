import Foundation
import HTTPTypes
import Hummingbird
import Schemas
import ServiceHTTP

extension VoiceDouble {
  private static let access = RouteAccess.services(["perform"])

  var leaseRoutes: [Route] {
    [
      Route(.post, "/internal/voice/leases", "", access: Self.access, body: LeaseRequest.self) { _, _ in
        try Reply.json(self.lease())
      },
      Route(.delete, "/internal/voice/leases/{lid}", "", access: Self.access) { call in
        let id = try call.parameter("lid")
        _ = self.update { $0.leases.remove(id) }
        return Reply.empty()
      },
      Route(
        .post, "/internal/voice/leases/{lid}/missing", "", access: Self.access, body: VoiceMissingReport.self
      ) { call, report in try Reply.json(self.replace(try call.parameter("lid"), report)) },
    ]
  }

  var noteRoutes: [Route] {
    let path = "/internal/voice/notes"
    return [
      Route(.post, "/internal/voice/performances", "", access: Self.access, body: NoteOpening.self) { _, opening in
        try Reply.json(StageAnswer(lease: self.lease(), note: self.open(opening)))
      },
      Route(.post, path, "", access: Self.access, body: NoteOpening.self) { _, opening in
        try Reply.json(self.open(opening))
      },
      Route(.put, path + "/{pid}/audio", "", access: Self.access) { call in try Reply.json(await self.write(call)) },
      Route(.post, path + "/{pid}/confirm", "", access: Self.access, body: NoteConfirmation.self) { call, body in
        let answer = try self.confirm(try call.parameter("pid"), body.answer)
        _ = self.update { state in body.leaseID.map { state.leases.remove($0) } }
        return try Reply.json(answer)
      },
      Route(.delete, path + "/{pid}", "", access: Self.access) { call in
        self.discard(try call.parameter("pid"), attempt: call.query("attempt").flatMap { Int($0) })
        return Reply.empty()
      },
      Route(.get, path + "/{pid}", "", access: Self.access) { call in
        try Reply.json(self.answer(try call.parameter("pid")))
      },
      Route(.get, path + "/{pid}/audio", "", access: Self.access) { call in
        let note = try self.note(try call.parameter("pid"))
        guard note.state != .pending else { throw ServiceError(.recordingNotFound) }
        return Reply.bytes(note.audio, headers: [.contentType: "audio/mpeg"])
      },
    ]
  }
}

extension VoiceDouble {
  private func lease() throws -> LeaseAnswer {
    try update { state in
      if let refusal = state.leaseRefusal { throw refusal }
      return state.give(state.providerVoice, recreated: false)
    }
  }

  private func replace(_ lease: String, _ report: VoiceMissingReport) throws -> LeaseAnswer {
    try update { state in
      state.missingReports += 1
      guard state.leases.remove(lease) != nil, !state.remadeVoice.isEmpty else {
        throw ServiceError(.voiceCloneRequired)
      }
      return state.give(state.remadeVoice, recreated: true)
    }
  }

  private func note(_ id: String) throws -> Note {
    guard let note = snapshot.notes[id] else { throw ServiceError(.notFound) }
    return note
  }

  private func open(_ opening: NoteOpening) throws -> NoteAnswer {
    let id = opening.performanceID
    update { state in
      let known = state.notes[id]
      guard known?.state == nil || known?.state == .pending else { return }
      state.notes[id] = Note(
        opening: opening, recordingID: known?.recordingID ?? "rec-\(state.notes.count)-\(id)",
        attempt: (known?.attempt ?? 0) + 1)
    }
    guard try note(id).state != .sealed else { throw ServiceError(.noteSettling) }
    return try answer(id)
  }

  private func write(_ call: Call) async throws -> NoteAnswer {
    let id = try call.parameter("pid")
    let note = try self.note(id)
    guard note.state == .pending, call.query("attempt") == String(note.attempt) else {
      throw ServiceError(.idempotencyInProgress)
    }
    var audio: [UInt8] = []
    do {
      for try await chunk in call.request.body { audio += chunk.readableBytesView }
    } catch {
      throw ServiceError(.validationFailed, "The body broke off.")
    }
    let sent = NoteDraft.read(call.header(NoteDraft.header))
    update { state in
      guard state.notes[id]?.state == .pending else { return }
      state.notes[id]?.audio = audio
      state.notes[id]?.state = .sealed
      state.notes[id]?.draft = sent?.json
      state.notes[id]?.voiceSource = sent?.draft.answer.voiceSource
    }
    return try answer(id)
  }

  private func confirm(_ id: String, _ text: String) throws -> NoteAnswer {
    guard try note(id).state != .pending else { throw ServiceError(.idempotencyInProgress) }
    update { state in
      if state.notes[id]?.answer == nil { state.notes[id]?.answer = text }
      state.notes[id]?.state = .confirmed
    }
    return try answer(id)
  }

  private func discard(_ id: String, attempt: Int?) {
    update { state in
      guard let note = state.notes[id], note.state != .confirmed else { return }
      guard attempt.map({ $0 == note.attempt }) ?? (note.state == .pending) else { return }
      state.notes[id] = nil
      state.discarded.append(id)
    }
  }

  private func answer(_ id: String) throws -> NoteAnswer {
    let note = try note(id)
    return NoteAnswer(
      performanceID: id, recordingID: note.recordingID, userID: note.opening.userID,
      requestDigest: note.opening.requestDigest, state: note.state, attempt: note.attempt, sizeBytes: note.audio.count,
      durationSeconds: Double(note.audio.count) / 16_000, answer: note.answer, draft: note.draft,
      audioURL: "/users/\(note.opening.userID)/recordings/\(note.recordingID)/audio?signature=double")
  }
}

extension VoiceDouble.State {
  fileprivate mutating func give(_ voice: String, recreated: Bool) -> LeaseAnswer {
    leasesGiven += 1
    leases.insert("lease-\(leasesGiven)")
    return LeaseAnswer(
      leaseID: "lease-\(leasesGiven)", expiresIn: leaseSeconds, voiceCloneID: voice,
      providerVoiceID: voice, provider: provider,
      voiceSource: provider == "local" ? .localMatched : .providerVoiceID, recreated: recreated)
  }
}
