import PerformCore
import Schemas

/// Sees a performance through to its end, whichever that is.
struct PerformanceConductor: Sendable {
  /// Shorter than any reservation lives. Long enough for a voice that has to be made again first.
  static let deadline = Duration.seconds(180)

  let ports: PerformancePorts
  let journal: PerformanceJournal

  /// - Returns: what the listeners were told, when the performance failed.
  func conduct(_ run: PerformanceRun) async -> ServiceError? {
    let timings = TimingLog()
    let settlement = Settlement(
      run.order, charges: ports.charges, notes: ports.notes, patience: Patience(pause: ports.pause),
      logger: ports.logger)
    let voice = VoiceHold(voices: ports.voices, logger: ports.logger) { run.cancel() }
    let watchdog = Task {
      try await Task.sleep(for: Self.deadline)
      run.cancel()
    }
    defer { watchdog.cancel() }
    let performance = Performance(
      order: run.order, ports: ports, run: run, settlement: settlement, voice: voice, timings: timings)
    let failure = await outcome(of: performance)
    await voice.end()
    return failure
  }

  private func outcome(of performance: Performance) async -> ServiceError? {
    let (order, run) = (performance.order, performance.run)
    journal.began()
    do {
      let answer = try await performance.play()
      performance.timings.mark(.total)
      run.finish(.success(answer))
      journal.completed(order, answer, timings: performance.timings.milliseconds)
      return nil
    } catch {
      let told = await performance.settlement.abandon(after: error)
      performance.timings.mark(.total)
      run.finish(.failure(told))
      let timings = performance.timings.milliseconds
      if run.isAbandoned {
        journal.abandoned(order, timings: timings)
      } else {
        journal.failed(order, told, timings: timings)
      }
      return told
    }
  }
}
