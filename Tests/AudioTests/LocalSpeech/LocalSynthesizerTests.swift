import AudioCodecs
import Foundation
import LocalSpeech
import SpeechProviders
import TestSupport
import Testing

@Suite(.serialized) struct LocalSynthesizerTests {
  private static let sentences = [
    ("en", "I dreamt of the seven of hearts last night and could not sleep."),
    ("es", "Anoche soñé con el siete de corazones y no pude dormir."),
    ("fr", "Cette nuit j'ai rêvé du sept de cœur et je n'ai pas dormi."),
    ("de", "Heute Nacht habe ich von der Herz Sieben geträumt."),
    ("it", "Stanotte ho sognato il sette di cuori e non ho dormito."),
    ("pt", "Esta noite sonhei com o sete de copas e não dormi."),
  ]

  @Test("Six languages are spoken by a man and a woman", arguments: sentences, ["male", "female"])
  func speaks(sentence: (language: String, text: String), sex: String) async throws {
    let stream = try await LocalSynthesizer().synthesize(request(sentence.text, sentence.language, sex: sex))

    let speech = PCM16.samples(try await readAll(stream))

    #expect(stream.format == .pcm(sampleRate: 22_050))
    #expect((2.0...6.5).contains(Double(speech.count) / 22_050))
    #expect(Samples.rmsLevel(speech) > -35)
  }

  @Test("A man and a woman sound different")
  func followsTheSex() async throws {
    let text = Self.sentences[0].1

    let man = try await readAll(LocalSynthesizer().synthesize(request(text, sex: "male")))
    let woman = try await readAll(LocalSynthesizer().synthesize(request(text, sex: "female")))

    #expect(man != woman)
  }

  @Test("An engine that is not installed is unavailable")
  func missesTheEngine() async {
    let error = await #expect(throws: SpeechError.self) {
      try await LocalSynthesizer(program: "no-such-engine").synthesize(request("Hello."))
    }

    #expect(error?.code == .unavailable)
  }

  @Test("A language that the product does not speak, an empty text and an endless one are invalid")
  func refusesBadRequests() async {
    let requests = [request("Hej.", "sv"), request(""), request(String(repeating: "la ", count: 2000))]
    for request in requests {
      let error = await #expect(throws: SpeechError.self) { try await LocalSynthesizer().synthesize(request) }

      #expect(error?.code == .invalidRequest)
    }
  }

  @Test("Speech that nobody reads to its end leaves no child behind")
  func killsUnheardSpeech() async throws {
    let long = String(repeating: "and on and on it goes ", count: 180)
    do { _ = try await LocalSynthesizer(program: "espeak-ng").synthesize(request(long, "pt", sex: "female")) }

    #expect(try Processes.count(withArgument: "pt-br+f2") == 0)
  }

  @Test("Cancelling while speaking ends in a cancellation")
  func canBeCancelled() async throws {
    let long = String(repeating: "and on and on it goes ", count: 180)
    let stream = try await LocalSynthesizer().synthesize(request(long))

    let reader = Task { try await readAll(stream) }
    reader.cancel()

    let error = await #expect(throws: SpeechError.self) { try await reader.value }
    #expect(error?.code == .cancelled)
  }

  @Test("The text is nowhere in the list of processes and is not taken for phonemes")
  func treatsTextAsText() async throws {
    let plain = try await readAll(LocalSynthesizer().synthesize(request("[[tE]]")))

    #expect(Double(plain.count) / 44_100 > 0.5)
  }

  private func request(_ text: String, _ language: String = "en", sex: String = "male") -> SpeechRequest {
    let settings = SpeechSettings(stability: 0.5, similarityBoost: 0.75, style: 0, speakerBoost: true, sex: sex)
    return SpeechRequest(
      text: text, voiceID: "local_1", model: "local", language: language, settings: settings, requestID: "r")
  }

  private func readAll(_ stream: SpeechStream) async throws -> [UInt8] {
    var bytes: [UInt8] = []
    while let chunk = try await stream.next() { bytes += chunk }
    return bytes
  }
}
