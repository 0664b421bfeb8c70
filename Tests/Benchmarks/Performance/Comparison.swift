import Foundation
import MainJob
import Observability
import OutboundHTTP
import ProviderEmulator
import Schemas

/// The same text and speech, asked of the providers directly and through a whole performance, in turns.
struct Comparison: Sendable {
  let client: DemoClient
  let emulator: ProviderEmulator
  let runs: Int

  struct Times: Sendable {
    var firstByte: Double
    var total: Double
  }

  func report(_ title: String) async throws -> String {
    var alone: [Times] = []
    var whole: [Times] = []
    for run in 0..<(runs + 5) {
      let performed = try await performance(value: "spider \(run % 7)")
      let direct = try await providers()
      guard run >= 5 else { continue }
      whole.append(performed)
      alone.append(direct)
    }
    return """
      \(title), \(runs) performances, milliseconds
                               p50        p99
        providers alone   \(row(alone.map(\.total)))
        performance       \(row(whole.map(\.total)))
        added             \(difference(whole.map(\.total), alone.map(\.total)))
        first byte alone  \(row(alone.map(\.firstByte)))
        first byte        \(row(whole.map(\.firstByte)))
        added             \(difference(whole.map(\.firstByte), alone.map(\.firstByte)))
        ratio             \(ratio(whole, alone))
      """
  }

  private func performance(value: String) async throws -> Times {
    try await time(
      "POST", client.url + "/perform", ["routine_type": "phobias", "value": .string(value)],
      [("Authorization", "Bearer \(client.token ?? "")"), ("Accept", "audio/mpeg")])
  }

  /// Text, then speech: exactly the last two calls that the performance made.
  private func providers() async throws -> Times {
    let journal = emulator.state.snapshot.journal
    guard let text = journal.last(where: { $0.path.contains("generateContent") }),
      let speech = journal.last(where: { $0.path.contains("/stream") })
    else { throw CocoaError(.featureUnsupported) }
    let written = try await replay(text, key: ("x-goog-api-key", EmulatorOptions.geminiKey))
    let spoken = try await replay(speech, key: ("xi-api-key", EmulatorOptions.elevenLabsKey))
    return Times(firstByte: written.total + spoken.firstByte, total: written.total + spoken.total)
  }

  private func replay(_ entry: JournalEntry, key: (name: String, value: String)) async throws -> Times {
    let query = entry.query.isEmpty ? "" : "?" + entry.query.map { "\($0.key)=\($0.value)" }.joined(separator: "&")
    return try await time("POST", emulator.url + entry.path + query, bytes: Array(entry.body.data), [key])
  }

  private func time(
    _ method: String, _ url: String, _ body: JSONValue, _ headers: [(name: String, value: String)]
  ) async throws -> Times {
    try await time(method, url, bytes: WireJSON.encode(body), headers)
  }

  private func time(
    _ method: String, _ url: String, bytes: [UInt8], _ headers: [(name: String, value: String)]
  ) async throws -> Times {
    let stopwatch = Stopwatch()
    let response = try await client.transport.send(
      OutboundRequest(
        method: method, url: url, headers: headers + [("Content-Type", "application/json")], body: .bytes(bytes)))
    var first: Double?
    var count = 0
    for try await chunk in response.body {
      first = first ?? stopwatch.milliseconds
      count += chunk.count
    }
    guard response.status == 200, count > 0 else { throw CocoaError(.fileReadUnknown) }
    return Times(firstByte: first ?? 0, total: stopwatch.milliseconds)
  }

  private func percentile(_ values: [Double], _ part: Double) -> Double {
    let sorted = values.sorted()
    return sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(Double(sorted.count) * part))]
  }

  private func row(_ values: [Double]) -> String {
    "\(padded(percentile(values, 0.5))) \(padded(percentile(values, 0.99)))"
  }

  private func difference(_ left: [Double], _ right: [Double]) -> String {
    let added = zip(left, right).map { $0 - $1 }
    return row(added)
  }

  private func ratio(_ whole: [Times], _ alone: [Times]) -> String {
    let ratio = percentile(whole.map(\.total), 0.5) / max(0.001, percentile(alone.map(\.total), 0.5))
    return padded(ratio) + "   (performance / providers alone, p50)"
  }

  private func padded(_ value: Double) -> String {
    let text = value.formatted(.number.precision(.fractionLength(2)).grouping(.never))
    return String(repeating: " ", count: max(0, 10 - text.count)) + text
  }
}
