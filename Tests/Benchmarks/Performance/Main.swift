import Foundation
import OutboundHTTP
import ProviderEmulator

/// What a performance costs over its providers: `performance-benchmark [RUNS]`, in release mode.
///
/// The `all` program runs as a process of its own, so that only our own processor time and memory are counted; the
/// providers' emulator and the client run in this one.
@main
enum Main {
  static func main() async throws {
    let runs = CommandLine.arguments.dropFirst().first.flatMap(Int.init) ?? 200
    var options = EmulatorOptions()
    options.renderer = FourSecondRenderer()
    options.sharesSpeechByLength = true
    options.account.fastConcurrency = 10_000
    let emulator = try await ProviderEmulator.start(options)
    let product = try await ServiceProcess.start(emulator)
    do {
      try await report(product, emulator, runs)
    } catch {
      print("failed: \(error)\n\(product.tail)")
    }
    await product.stop()
    await emulator.stop()
  }

  private static func report(_ product: ServiceProcess, _ emulator: ProviderEmulator, _ runs: Int) async throws {
    let transport = CurlTransport()
    let workload = try await Workload.make(product, emulator, transport)
    for (title, latency) in [("zero latency", Latency.zero), ("realistic latency", .realistic)] {
      for crowd in [1, 8, 64] {
        emulator.state.update { $0.latency = latency }
        let count = latency == .zero ? max(runs, crowd * 4) : max(min(runs, 100), crowd * 2)
        print(try await AddedTime(workload: workload, crowd: crowd, count: count).report(title))
      }
    }
    emulator.state.update { $0.latency = .zero }
    print(try await Throughput(workload: workload, product: product, count: runs * 3).report())
    print(try await Baselines(emulator: emulator, workload: workload, count: runs).report())
    await transport.shutdown()
  }
}
