import AudioCodecs
import AudioIngest
import Capabilities
import Foundation
import Schemas
import ServiceHTTP
import VoiceCore

/// From an upload to the audio of a decoy, through the same ingest as samples (V11).
struct DecoyUse: Sendable {
  let receiver: UploadReceiver
  let decoder: SampleDecoder
  let blobs: any BlobStore
  let clock: WallClock
  let identifiers: Identifiers

  func receive(_ call: Call) async throws -> Recording {
    let userID = try call.userID()
    let (file, form) = try await receiver.receive(call, for: .decoy)
    try check(form)
    let normalized = try await decoder.sample(from: file.path)
    withExtendedLifetime(file) {}
    defer { try? FileManager.default.removeItem(atPath: normalized.path) }
    let blob = BlobID(.decoys, identifiers)
    let size = try await blobs.keep(file: normalized.path, as: blob)
    return Recording(
      id: identifiers.make(), userID: userID, kind: .decoy, title: form.title, date: form.date, time: form.time,
      createdAt: clock.now(),
      durationSeconds: Double(normalized.pcmSampleCount) / Double(NoteFormat.sampleRate), byteCount: size, blob: blob)
  }

  private func check(_ form: UploadForm) throws(ServiceError) {
    var problems = ShownDate.problems(date: form.date, time: form.time, at: clock.now())
    if let problem = form.title.flatMap(RecordingTitle.problem) {
      problems.append(FieldProblem(field: "title", problem: problem))
    }
    guard problems.isEmpty else { throw .validation(problems) }
  }
}
