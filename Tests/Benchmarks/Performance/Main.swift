import AllInOne
import Foundation
import MainJob
import OutboundHTTP
import ProviderEmulator
import TestSupport

/// Our added time per performance beside the providers alone: `performance-benchmark [RUNS]`, in release mode.
@main
enum Main {
  static func main() async throws {
    let runs = CommandLine.arguments.dropFirst().first.flatMap(Int.init) ?? 100
    var options = EmulatorOptions()
    options.sharesSpeechByLength = true
    let emulator = try await ProviderEmulator.start(options)
    let folder = FileManager.default.temporaryDirectory.appending(path: "benchmark-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let environment = [
      "DATA_DIR": folder, "PORT": "0", "LOG_LEVEL": "critical", "MONTHLY_CHAR_LIMIT": "100000000",
      "RATE_LIMIT_PERFORM": "100000/100000", "RATE_LIMIT_PERFORM_IP": "100000/100000",
      "ELEVEN_LABS_API_KEY": EmulatorOptions.elevenLabsKey, "ELEVEN_LABS_BASE_URL": emulator.url,
      "GOOGLE_API_KEY": EmulatorOptions.geminiKey, "GEMINI_BASE_URL": emulator.url,
    ]
    try await AllInOneRunner(environment: environment).run { running in
      let job = DemoJob(clip: SpeechClip.path, routine: "phobias", value: "spiders", output: "/dev/null")
      let client = try await job.prepare(
        url: running.url, activationCode: running.activationCode, transport: running.transport, tell: { _ in })
      let comparison = Comparison(client: client, emulator: emulator, runs: runs)
      for (title, latency) in [("Providers at zero latency", Latency.zero), ("Realistic latency", .realistic)] {
        emulator.state.update { $0.latency = latency }
        print(try await comparison.report(title))
      }
      return true
    }
    await emulator.stop()
  }
}
