import Foundation

/// Seconds that something took, our own processor time and that of ended children together.
struct Effort: CustomStringConvertible {
  var wall: Double
  var processor: Double

  static func of(_ work: @Sendable () async throws -> Void) async throws -> Effort {
    let (start, used) = (ContinuousClock.now, processorSeconds)
    try await work()
    return Effort(wall: start.duration(to: .now) / .seconds(1), processor: processorSeconds - used)
  }

  var description: String { String(format: "%.2f s (%.2f s of processor)", wall, processor) }

  private static var processorSeconds: Double {
    [RUSAGE_SELF, RUSAGE_CHILDREN].reduce(0) { sum, who in
      var usage = rusage()
      getrusage(__rusage_who_t(who.rawValue), &usage)
      return sum + seconds(usage.ru_utime) + seconds(usage.ru_stime)
    }
  }

  private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) * 1e-6 }
}

/// Resident memory of a process, by the kernel's own mark.
struct PeakMemory {
  /// A process id, or `self`.
  private let name: String

  static let own = PeakMemory(name: "self")

  private init(name: String) {
    self.name = name
  }

  init(process: Int32) {
    self.init(name: "\(process)")
  }

  /// In kB, now.
  var resident: Int { value("VmRSS") }

  /// By how many kB the peak exceeds what was resident before.
  func growth(_ work: @Sendable () async throws -> Void) async throws -> Int {
    let before = resident
    try "5".write(toFile: "/proc/\(name)/clear_refs", atomically: false, encoding: .utf8)
    try await work()
    return value("VmHWM") - before
  }

  private func value(_ field: String) -> Int {
    let status = (try? String(contentsOfFile: "/proc/\(name)/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix(field) } ?? ""
    return line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } ?? 0
  }
}
