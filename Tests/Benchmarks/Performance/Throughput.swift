import Foundation
import ProviderEmulator

/// Performances per second of our own processor time, all four services together, and the memory that 64 at once take.
struct Throughput: Sendable {
  let workload: Workload
  let count: Int

  func report() async throws -> String {
    let passed = try await perProcessorSecond(mixed: false)
    let mixed = try await perProcessorSecond(mixed: true)
    _ = try await Crowd(size: 64).run(256) { try await workload.performance(mixed: true) }
    return """
      4 s notes, all services in one process: performances per processor second
        passed through \(Figure.padded(passed))
        mixed          \(Figure.padded(mixed))
      peak memory with 64 mixed at once \(Figure.padded(workload.product.peakMegabytes)) MB
      """
  }

  private func perProcessorSecond(mixed: Bool) async throws -> Double {
    workload.emulator.state.clearJournal()
    let before = workload.product.processorSeconds
    let done = try await Crowd(size: 8).run(count) { try await workload.performance(mixed: mixed) }.count
    return Double(done) / max(0.001, workload.product.processorSeconds - before)
  }
}
