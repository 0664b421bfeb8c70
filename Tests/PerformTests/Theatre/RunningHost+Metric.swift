import TestSupport

extension RunningHost {
  /// The sum of a metric's series whose line contains `part`, as Prometheus would read it.
  func metric(_ name: String, _ part: String = "") async throws -> Double {
    try await client.get("/metrics").text.split(separator: "\n")
      .filter { ($0.hasPrefix(name + "{") || $0.hasPrefix(name + " ")) && $0.contains(part) }
      .compactMap { $0.split(separator: " ").last.flatMap { Double($0) } }.reduce(0, +)
  }
}
