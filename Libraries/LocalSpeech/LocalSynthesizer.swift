import ChildProcesses
import Schemas
import SpeechProviders
import VoiceMatching

/// Speaks with espeak-ng on this machine: no key, no network, six languages. With a profile the voice is moved
/// towards that person's pitch and tone; it is nobody's copy.
///
/// A child process per request, which streams its audio and is killed when nobody wants it any more. The text
/// goes through the child's standard input, so it never shows in a list of processes.
package struct LocalSynthesizer: SpeechSynthesizer {
  /// Longest text in UTF-8 bytes; a note has at most a few hundred.
  static let textByteLimit = 4096

  private let program: String

  /// - Parameter program: espeak-ng, by name or path; looked up at every request.
  package init(program: String = "espeak-ng") {
    self.program = program
  }

  package var capabilities: SpeechCapabilities {
    SpeechCapabilities(provider: "local", clones: false, streams: true, normalizesNumbers: { _ in true })
  }

  /// - Throws: `unavailable` where the engine is not installed; `invalid_request` for another language, or a text
  ///   that is empty or too long.
  package func synthesize(_ request: SpeechRequest) async throws(SpeechError) -> SpeechStream {
    let stream = EspeakStream(child: try start(request))
    let rate = try await stream.open()
    if let profile = request.profile { return try await matched(stream, rate: rate, to: profile) }
    return SpeechStream(format: .pcm(sampleRate: rate), providerCost: nil) { () throws(SpeechError) in
      try await stream.next()
    }
  }

  private func matched(
    _ stream: EspeakStream, rate: Int, to profile: VoiceProfile
  ) async throws(SpeechError) -> SpeechStream {
    guard rate == VoiceRate.hertz else { throw SpeechError(.malformedAnswer, "speech at \(rate) Hz") }
    let matched = MatchedStream(stream, target: profile)
    try await matched.open()
    return SpeechStream(format: .pcm(sampleRate: rate), providerCost: nil) { () throws(SpeechError) in
      try await matched.next()
    }
  }

  private func start(_ request: SpeechRequest) throws(SpeechError) -> ChildProcess {
    guard let path = ProgramPath.find(program) else { throw SpeechError(.unavailable, "\(program) is not installed") }
    let command = try command(path, for: request)
    do {
      return try ChildProcess(command)
    } catch {
      throw SpeechError(.unavailable, error.description)
    }
  }

  private func command(_ path: String, for request: SpeechRequest) throws(SpeechError) -> ChildCommand {
    guard let voice = EspeakVoice(language: request.language, sex: request.settings.sex) else {
      throw SpeechError(.invalidRequest, "unknown language")
    }
    let text = Self.spoken(request.text)
    guard (1...Self.textByteLimit).contains(text.count) else {
      throw SpeechError(.invalidRequest, "length of the text")
    }
    return ChildCommand(
      program: path, arguments: ["-b", "1", "-v", voice.name, "--stdin", "--stdout"], input: .bytes(text),
      timeLimit: .seconds(30))
  }

  /// Double brackets would be read as phonemes.
  private static func spoken(_ text: String) -> [UInt8] {
    Array(text.split(separator: "[[", omittingEmptySubsequences: false).joined(separator: "[ [").utf8)
  }
}
