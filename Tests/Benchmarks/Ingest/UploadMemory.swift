import Foundation
import OutboundHTTP
import TestSupport

/// What the largest bodies that are allowed cost the real service in memory, over HTTP: a fresh process for each
/// figure. Its decoders, processes of their own, are not counted.
enum UploadMemory {
  /// A minute of stereo PCM at 48 kHz: 11.5 MB, of 12 MiB allowed; as base64 it is a body of 15.3 MB.
  private static let largest = ["-stream_loop", "1", "-i", SpeechClip.path, "-t", "59.9", "-ac", "2", "-ar", "48000"]

  static func report(in folder: String) async throws {
    let recording = folder + "/largest.wav"
    try LoudnormReference.run(largest + [recording])
    let base64 = try Data(contentsOf: URL(filePath: recording)).base64EncodedString()
    let json = Array(#"{"consent":true,"audio_base64":"\#(base64)"}"#.utf8)
    for count in [1, 4] {
      try await VoiceProgram.run { voice in
        try await measure("form", count, voice) { try await form(recording, of: $0, voice) }
      }
      try await VoiceProgram.run { voice in
        try await measure("base64 in JSON", count, voice) { try await send(json, of: $0, voice) }
      }
    }
  }

  private static func measure(
    _ kind: String, _ count: Int, _ voice: VoiceProgram,
    _ upload: @escaping @Sendable (_ user: String) async throws -> Void
  ) async throws {
    let process = PeakMemory(process: voice.program.processID)
    let idle = process.resident
    let growth = try await process.growth {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<count { group.addTask { try await upload("u\(number)") } }
        try await group.waitForAll()
      }
    }
    print("over HTTP, largest \(kind), \(count) at once: \(growth) kB at most above idle (\(idle) kB) in the service")
  }

  private static func form(_ path: String, of user: String, _ voice: VoiceProgram) async throws {
    let parts = [
      MultipartPart(name: "file", filename: "r.wav", contentType: "audio/wav", content: .file(path: path)),
      MultipartPart(name: "consent", content: .bytes(Array("true".utf8))),
    ]
    try check(try await voice.user(user).send("POST", "/users/\(user)/voice", body: .multipart(parts)))
  }

  private static func send(_ json: [UInt8], of user: String, _ voice: VoiceProgram) async throws {
    let headers = ["Content-Type": "application/json"]
    try check(try await voice.user(user).send("POST", "/users/\(user)/voice", body: .bytes(json), headers: headers))
  }

  private static func check(_ answer: TestAnswer) throws {
    guard answer.status == 200 else { throw UploadRefused(answer: answer.text) }
  }
}

struct UploadRefused: Error {
  var answer: String
}
