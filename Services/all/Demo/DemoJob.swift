import Capabilities
import Foundation
import Observability
import OutboundHTTP
import Schemas

/// The main job from a stranger's side: an account, a recording, a voice, a note.
package struct DemoJob: Sendable {
  package var clip: String
  package var routine: String
  package var value: String
  /// Where the note is written.
  package var output: String

  package init(clip: String, routine: String, value: String, output: String) {
    self.clip = clip
    self.routine = routine
    self.value = value
    self.output = output
  }

  /// - Parameter tell: prints one line of progress.
  /// - Throws: ``DemoFailure``, transport errors, or what writing the note threw.
  package func run(
    url: String, activationCode: String, transport: any OutboundTransport, tell: @Sendable (String) -> Void
  ) async throws {
    let client = try await prepare(url: url, activationCode: activationCode, transport: transport, tell: tell)
    try await perform(client, tell)
  }

  /// Everything before the first performance: the account and the voice.
  ///
  /// - Returns: a client that is logged in.
  package func prepare(
    url: String, activationCode: String, transport: any OutboundTransport, tell: @Sendable (String) -> Void
  ) async throws -> DemoClient {
    var client = DemoClient(url: url, transport: transport)
    client.token = try await account(client, activationCode, tell)
    try await upload(client, tell)
    return client
  }

  private func account(
    _ client: DemoClient, _ code: String, _ tell: @Sendable (String) -> Void
  ) async throws -> String? {
    let name = "demo-" + Randomness.system.text(length: 8, alphabet: Array("abcdefghijkmnpqrstuvwxyz23456789"))
    let password = Randomness.system.text(
      length: 24, alphabet: Array("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQR23456789"))
    _ = try await client.post(
      "/auth/register",
      [
        "username": .string(name), "email": .string("\(name)@example.org"), "password": .string(password),
        "activationCode": .string(code),
      ])
    tell("registered      \(name)")
    let session = try await client.post(
      "/auth/login", ["username": .string(name), "password": .string(password)])
    tell("logged in       settings came along: \(session["settings"] != nil)")
    return session["access_token"]?.stringValue
  }

  private func upload(_ client: DemoClient, _ tell: @Sendable (String) -> Void) async throws {
    let stopwatch = Stopwatch()
    tell("uploading       \(clip)")
    let answer = try await client.send(
      "POST", "/user/voice",
      body: .multipart([
        MultipartPart(name: "consent", content: .bytes(Array("true".utf8))),
        MultipartPart(
          name: "file", filename: (clip as NSString).lastPathComponent, contentType: "application/octet-stream",
          content: .file(path: clip)),
      ]))
    let number = { (name: String) in answer[name]?.numberValue ?? 0 }
    tell(
      "voice           \(answer["action"]?.stringValue ?? "?") \(answer["voice_clone_id"]?.stringValue ?? "?"): "
        + "\(number("duration").oneDecimal) s heard, \(number("trimmed_seconds").oneDecimal) s trimmed, "
        + "\(number("loudness_lufs").oneDecimal) LUFS, in \(stopwatch.milliseconds.oneDecimal) ms")
  }

  private func perform(_ client: DemoClient, _ tell: @Sendable (String) -> Void) async throws {
    let stopwatch = Stopwatch()
    let answer = try await client.post(
      "/perform", ["routine_type": .string(routine), "value": .string(value)])
    let taken = stopwatch.milliseconds
    let text = { (name: String) in answer[name]?.stringValue ?? "?" }
    let whole = { (name: String) in Int(answer[name]?.numberValue ?? 0) }
    guard let audio = answer["audio_base64"]?.stringValue.flatMap({ Data(base64Encoded: $0) }) else {
      throw DemoFailure(answer: answer, status: 200)
    }
    try audio.write(to: URL(filePath: output))
    tell("text            \(text("text"))")
    tell("came from       text: \(text("textSource")), voice: \(text("voiceSource")), model: \(text("model"))")
    tell(
      "charged         \(whole("charsUsedEffective")) characters (\(whole("charsUsedRaw")) spoken), "
        + "\(whole("charCount")) of \(whole("monthlyLimit")) used this month")
    tell("took            \(taken.oneDecimal) ms")
    tell("note            \(output), \((answer["duration_seconds"]?.numberValue ?? 0).oneDecimal) s")
  }
}

extension Double {
  fileprivate var oneDecimal: String { formatted(.number.precision(.fractionLength(1)).grouping(.never)) }
}
