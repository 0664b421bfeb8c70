import Foundation
import ProviderEmulator

/// Our time over the providers', with `crowd` performances at once. Differences of percentiles.
struct AddedTime: Sendable {
  let workload: Workload
  let crowd: Int
  let count: Int

  func report(_ title: String) async throws -> String {
    let crowd = Crowd(size: crowd)
    workload.emulator.state.clearJournal()
    let alone = try await crowd.run(count) { try await workload.providersAlone() }
    workload.emulator.state.clearJournal()
    let passed = try await crowd.run(count) { try await workload.performance(mixed: false) }
    workload.emulator.state.clearJournal()
    let mixed = try await crowd.run(count) { try await workload.performance(mixed: true) }
    return """
      \(crowd.size) at once, \(title), \(count) performances: milliseconds   p50        p99
        providers alone              \(row(alone, \.total))
        added, passed through        \(row(passed, \.total, over: alone))
        added, mixed                 \(row(mixed, \.total, over: alone))
        first byte, providers alone  \(row(alone, \.firstByte))
        added, passed through        \(row(passed, \.firstByte, over: alone))
        added, mixed                 \(row(mixed, \.firstByte, over: alone))
      """
  }

  private func row(
    _ times: [Workload.Times], _ part: KeyPath<Workload.Times, Double>, over base: [Workload.Times] = []
  ) -> String {
    [0.5, 0.99].map { rank in
      Figure.padded(times.map { $0[keyPath: part] }.percentile(rank) - base.map { $0[keyPath: part] }.percentile(rank))
    }.joined(separator: " ")
  }
}

enum Figure {
  static func padded(_ value: Double) -> String {
    let text = value.formatted(.number.precision(.fractionLength(2)).grouping(.never))
    return String(repeating: " ", count: max(0, 10 - text.count)) + text
  }
}
