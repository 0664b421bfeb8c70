import Foundation
import OutboundHTTP
import Schemas
import ServiceClients
import ServiceHTTP
import ServiceHost
import TestSupport
import Testing

/// From an activation code to a note in the list, against real programs.
@Suite(.serialized) struct MainJobTests {
  @Test(
    "A performer records once and holds a voice note that mentions the value", arguments: Deployment.Shape.allCases,
    Deployment.Providers.allCases)
  func mainJob(shape: Deployment.Shape, providers: Deployment.Providers) async throws {
    try await withDeployment(shape, providers) { deployment in
      let performer = try await Performer.register(deployment)

      let upload = try await performer.upload()
      try #require(upload.status == 200 || upload.status == 201, "\(upload.text)")
      let voice = try upload.decode(UploadAnswer.self)
      #expect(voice.action == (providers == .emulated ? .createdReal : .createdStub))

      let answer = try await performer.perform()
      try #require(answer.status == 200, "\(answer.text)")
      let note = try answer.decode(PerformAnswer.self)
      try await check(note, providers)
      #expect(note.charCount == note.charsUsedEffective)
      let charged = try await performer.charCount()
      let notes = try await performer.notes()
      #expect(charged == note.charCount)
      #expect(notes.map(\.id) == [note.recordingID])
      #expect(await deployment.programs.allRunning)
      #expect(await deployment.programs.stopAll() == [])
    }
  }

  private func check(_ note: PerformAnswer, _ providers: Deployment.Providers) async throws {
    #expect(note.text.lowercased().contains("spiders"))
    #expect(!note.text.lowercased().contains("phobia") && !note.text.lowercased().contains("fear"))
    #expect(note.textSource == (providers == .emulated ? "gemini" : "template"))
    #expect(note.voiceSource == (providers == .emulated ? "provider_voice_id" : "local_matched"))
    #expect(note.charsUsedRaw == note.text.unicodeScalars.count)
    let audio = try #require(note.audioBase64.flatMap { Data(base64Encoded: $0) })
    let file = FileManager.default.temporaryDirectory.appending(path: "note-\(UUID().uuidString).mp3")
    defer { try? FileManager.default.removeItem(at: file) }
    try audio.write(to: file)
    let duration = try await Listening.duration(file.path)
    #expect(abs(duration - note.durationSeconds) < 0.15)
    #expect(duration > 3 && duration < 20)
    let level = try await Listening.meanLevel(file.path, from: 0, seconds: duration)
    let before = try await Listening.meanLevel(file.path, from: 0.2, seconds: 0.2)
    let after = try await Listening.meanLevel(file.path, from: duration - 0.5, seconds: 0.2)
    #expect(level > -40)
    #expect(before > -75 && before < level, "the room before the words")
    #expect(after > -75 && after < level, "the room after the words")
  }
}
