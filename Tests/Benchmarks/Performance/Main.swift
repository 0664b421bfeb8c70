import Foundation
import OutboundHTTP
import ProviderEmulator

/// What a performance costs over its providers: `performance-benchmark [RUNS] [added] [throughput] [beside]`, in release
/// mode; without a part's name all three.
///
/// The `all` program runs as a process of its own, so that only our own processor time and memory are counted; the
/// providers' emulator and the client run in this one.
@main
enum Main {
  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst()
    let runs = arguments.lazy.compactMap(Int.init).first ?? 200
    let parts = Set(arguments.filter { Int($0) == nil })
    var options = EmulatorOptions()
    options.renderer = FourSecondRenderer()
    options.sharesSpeechByLength = true
    options.account.fastConcurrency = 10_000
    options.account.characterLimit = 1_000_000_000
    let emulator = try await ProviderEmulator.start(options)
    let product = try await ServiceProcess.start(emulator)
    do {
      let transport = CurlTransport()
      let workload = try await Workload.make(product, emulator, transport)
      try await report(workload, parts.isEmpty ? ["added", "throughput", "beside"] : parts, runs)
      await transport.shutdown()
    } catch {
      print("failed: \(error)\n\(product.tail)")
    }
    await product.stop()
    await emulator.stop()
  }

  private static func report(_ workload: Workload, _ parts: Set<String>, _ runs: Int) async throws {
    if parts.contains("added") { try await addedTime(workload, runs) }
    workload.emulator.state.update { $0.latency = .zero }
    if parts.contains("throughput") { print(try await Throughput(workload: workload, count: runs * 3).report()) }
    if parts.contains("beside") { print(try await Baselines(workload: workload, count: runs).report()) }
  }

  private static func addedTime(_ workload: Workload, _ runs: Int) async throws {
    for (title, latency) in [("zero latency", Latency.zero), ("realistic latency", .realistic)] {
      for crowd in [1, 8, 64] {
        workload.emulator.state.update { $0.latency = latency }
        let count = latency == .zero ? max(runs, crowd * 4) : max(min(runs, 100), crowd * 2)
        print(try await AddedTime(workload: workload, crowd: crowd, count: count).report(title))
      }
    }
  }
}
