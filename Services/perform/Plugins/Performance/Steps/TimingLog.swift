import Observability
import Synchronization

/// How long each step of one performance took.
final class TimingLog: Sendable {
  enum Phase: String {
    case settings, reservation, voice, text, open, speech, audio, commit, confirm
    case firstAudio = "first_audio"
    case total
  }

  private let stopwatch = Stopwatch()
  private let phases = Mutex<[(phase: Phase, milliseconds: Double)]>([])

  func measure<Value>(_ phase: Phase, _ step: () async throws -> Value) async rethrows -> Value {
    let stopwatch = Stopwatch()
    defer { note(phase, stopwatch.milliseconds) }
    return try await step()
  }

  /// The time since the performance began.
  func mark(_ phase: Phase) {
    note(phase, stopwatch.milliseconds)
  }

  /// By phase, in milliseconds, to a tenth.
  var milliseconds: [String: Double] {
    Dictionary(phases.withLock { $0 }.map { ($0.phase.rawValue, $0.milliseconds) }) { $1 }
  }

  /// As the header `Server-Timing` has it.
  var header: String {
    phases.withLock { $0 }.map { "\($0.phase.rawValue);dur=\($0.milliseconds)" }.joined(separator: ", ")
  }

  private func note(_ phase: Phase, _ milliseconds: Double) {
    phases.withLock { $0.append((phase, (milliseconds * 10).rounded() / 10)) }
  }
}
