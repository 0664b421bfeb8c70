import ArgumentParser
import Foundation
import ProviderEmulator

@main
struct Main: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "provider-emulator", abstract: "ElevenLabs and Gemini on a loopback port, for tests.")

  @Option(help: "The port to listen on; 0 takes a free one.")
  var port = 0

  @Option(help: "The address to listen on.")
  var host = "127.0.0.1"

  @Option(help: "zero or realistic.")
  var latency = "zero"

  @Option(help: "The ElevenLabs plan: free, starter, creator, pro, …")
  var tier = "creator"

  @Option(help: "Another ElevenLabs key to accept; keys that start with sk_emulator always are.")
  var elevenlabsKey: [String] = []

  @Option(help: "Another Gemini key to accept; keys that start with AIzaEmulator always are.")
  var geminiKey: [String] = []

  @Flag(help: "Texts of about the same length share one rendering (for load tests).")
  var shareSpeech = false

  func run() async throws {
    var options = EmulatorOptions()
    options.host = host
    options.port = port
    options.latency = latency == "realistic" ? .realistic : .zero
    options.sharesSpeechByLength = shareSpeech
    options.account = Account(tier: tier)
    options.elevenLabsKeys = Set(elevenlabsKey)
    options.geminiKeys = Set(geminiKey)
    let emulator = try await ProviderEmulator.start(options)
    print("ready url=\(emulator.url)")
    fflush(nil)
    await emulator.wait()
  }

  func validate() throws {
    guard ["zero", "realistic"].contains(latency) else { throw ValidationError("latency is zero or realistic") }
  }
}
