import Capabilities
import HTTPTypes
import Hummingbird
import Schemas
import ServiceHTTP
import VoiceCore
import VoiceServing

/// `/users/{id}/recordings…`
struct RecordingsController: Sendable {
  let recordings: any RecordingStore
  let samples: any SampleStore
  let blobs: any BlobStore
  let clones: any CloneStore
  let life: any CloneLife
  let links: AudioLinks
  let waveforms: WaveformUse
  let decoys: DecoyIntake
  let clock: WallClock

  private static let path = "/users/{id}/recordings"

  var routes: [Route] {
    [
      Route(.get, Self.path, "All Recordings, newest shown date first", access: .owner) { try await list($0) },
      Route(.get, "\(Self.path)/{rid}", "One recording", access: .owner) { call in
        try await answer(try await recording(call), call)
      },
      Route(
        .get, "\(Self.path)/{rid}/audio", "The recording's MP3; also by a signed link", access: .ownerOrSignature
      ) { try await audio($0) },
      Route(.get, "\(Self.path)/{rid}/waveform", "Peaks to draw, as many as `points` asks for", access: .owner) {
        try await waveform($0)
      },
      Route(
        .post, Self.path, "Uploads a decoy", access: .owner, limits: decoys.limits,
        input: .stream(contentTypes: ["multipart/form-data"], maxBytes: decoys.maxBytes)
      ) { try await addDecoy($0) },
      Route(
        .patch, "\(Self.path)/{rid}", "Changes title, date or time", access: .owner, body: RecordingPatchRequest.self
      ) { call, body in try await patch(call, body) },
      Route(.delete, "\(Self.path)/{rid}", "Deletes a recording", access: .owner) { try await remove($0) },
    ]
  }

  private func list(_ call: Call) async throws -> Response {
    let userID = try call.userID()
    let query = try RecordingQuery(call, at: clock.now())
    var more = query
    more.limit += 1
    let rows = try await recordings.page(of: userID, more)
    let page = rows.prefix(query.limit)
    let clone = try await clones.clone(of: userID)
    return try Reply.json(
      RecordingsAnswer(
        recordings: page.map { RecordingAnswer($0, clone: clone, at: query.asOf, audioURL: links.link(userID, $0.id)) },
        nextCursor: rows.count > query.limit ? page.last.map { RecordingCursor($0, asOf: query.asOf).text } : nil))
  }

  private func audio(_ call: Call) async throws -> Response {
    let userID = try call.parameter("id")
    let id = try call.parameter("rid")
    if call.identity == .anonymous {
      try links.verify(
        userID, id, AudioLinkQuery(issued: call.query("issued"), signature: call.query("signature")))
    }
    guard let recording = try await recordings.recording(id, of: userID) else { throw ServiceError(.recordingNotFound) }
    return try await AudioReply(blobs).answer(recording.blob, to: call)
  }

  private func waveform(_ call: Call) async throws -> Response {
    let points = try WaveformUse.points(call.query("points"))
    let recording = try await recording(call)
    let levels = try await waveforms.levels(of: recording)
    return try Reply.json(
      WaveformAnswer(levels: levels.reduced(to: points), durationSeconds: recording.durationSeconds),
      headers: [.cacheControl: "private, max-age=86400"])
  }

  private func addDecoy(_ call: Call) async throws -> Response {
    let decoy = try await decoys.receive(call)
    do {
      try await recordings.add(decoy)
    } catch {
      try await blobs.delete(decoy.blob)
      throw error
    }
    return try await answer(decoy, call, status: .created)
  }

  private func patch(_ call: Call, _ body: RecordingPatchRequest) async throws -> Response {
    let patch = try RecordingPatch(body, at: clock.now())
    let (id, userID) = (try call.parameter("rid"), try call.userID())
    if let isActive = body.isActive { try await samples.setActive(id, of: userID, isActive).check() }
    let changed = try await recordings.patch(id, of: userID, patch)
    guard let changed else { throw ServiceError(.recordingNotFound) }
    return try await answer(changed, call)
  }

  private func remove(_ call: Call) async throws -> Response {
    let userID = try call.userID()
    switch try await recordings.remove(call.parameter("rid"), of: userID, at: clock.now()) {
    case .noSuchRecording: throw ServiceError(.recordingNotFound)
    case .lastSample: throw ServiceError(.lastSample)
    case .removed(let recording):
      try await blobs.delete(recording.blob)
      if let sample = recording.sample { try await life.forgetSample(sample.hash, of: userID) }
      return Reply.empty()
    }
  }

  private func recording(_ call: Call) async throws -> Recording {
    guard let recording = try await recordings.recording(try call.parameter("rid"), of: try call.userID()) else {
      throw ServiceError(.recordingNotFound)
    }
    return recording
  }

  private func answer(
    _ recording: Recording, _ call: Call, status: HTTPResponse.Status = .ok
  ) async throws -> Response {
    let clone = try await clones.clone(of: recording.userID)
    return try Reply.json(
      RecordingAnswer(recording, clone: clone, at: clock.now(), audioURL: links.link(recording.userID, recording.id)),
      status: status)
  }
}
