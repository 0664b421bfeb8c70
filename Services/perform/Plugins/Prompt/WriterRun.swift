import Capabilities
import PerformCore
import Resilience
import TextProviders

/// One writer at work on one note: drafts, corrections and pauses, within the deadline.
struct WriterRun {
  let writer: any TextWriter
  let brief: NoteBrief
  let rules: NoteRules
  let policy: NotePolicy
  let environment: NoteWriter.Environment
  let retries: TextRetries
  /// `nil` for a writer that needs no time worth bounding.
  let deadline: ContinuousClock.Instant?
  private(set) var attempts = 0
  private var corrections: [String] = []
  private var emptyAnswers = 0

  init(
    writer: any TextWriter, brief: NoteBrief, rules: NoteRules, policy: NotePolicy,
    environment: NoteWriter.Environment, retries: TextRetries, deadline: ContinuousClock.Instant?
  ) {
    self.writer = writer
    self.brief = brief
    self.rules = rules
    self.policy = policy
    self.environment = environment
    self.retries = retries
    self.deadline = deadline
  }

  /// - Returns: a text that has passed the check.
  mutating func note() async throws(TextError) -> WrittenText {
    var failure = TextError(.timeout, "no time left")
    while attempts < policy.attempts, timeLeft >= policy.leastTime {
      attempts += 1
      do throws(TextError) {
        if let written = try await acceptableDraft() { return written }
        failure = TextError(.malformedAnswer, "refused by the check")
      } catch {
        if error.code == .cancelled { throw error }
        environment.observe(.failed(source: writer.source, attempt: attempts, error: error.code))
        try await pauseBeforeRetry(after: error)
        failure = error
      }
    }
    throw failure
  }

  /// `nil` for a draft that broke a rule; its corrections go with the next question.
  private mutating func acceptableDraft() async throws(TextError) -> WrittenText? {
    let written = try await draft()
    let violations = rules.check.violations(of: written.text, for: NoteExpectation(brief))
    if violations.isEmpty { return written }
    corrections = violations.map(\.correction)
    environment.observe(.rejected(source: writer.source, attempt: attempts, violations: violations.map(\.kind)))
    return nil
  }

  private func draft() async throws(TextError) -> WrittenText {
    let request = rules.prompt.build(brief, corrections: corrections, timeout: timeLeft)
    environment.observe(
      .promptBuilt(
        source: writer.source, routine: brief.routine.id, language: brief.language, attempt: attempts,
        length: request.message.unicodeScalars.count))
    let start = environment.now()
    var written = try await writer.write(request)
    written.text = DraftCleaning.clean(written.text, value: brief.value.text)
    environment.observe(
      .generated(
        source: writer.source, model: written.model, attempt: attempts, length: written.text.unicodeScalars.count,
        elapsed: environment.now() - start))
    return written
  }

  private var timeLeft: Duration {
    deadline.map { $0 - environment.now() } ?? policy.timeout
  }
}

extension WriterRun {
  /// Returns when the next draft may be asked for; throws the error again where that is of no use.
  private mutating func pauseBeforeRetry(after error: TextError) async throws(TextError) {
    if error.code == .empty { emptyAnswers += 1 }
    guard error.isRetryable, emptyAnswers < 2, attempts < policy.attempts else { throw error }
    let delay = error.retryAfter ?? backoff.pause(before: attempts - 1, random: random)
    guard delay <= policy.longestPause, timeLeft - delay >= policy.leastTime, retries.take() else { throw error }
    do {
      try await environment.pause.sleep(delay)
    } catch {
      throw TextError(.cancelled)
    }
  }

  private var backoff: FullJitter { FullJitter(longest: policy.longestPause) }

  /// 0…1
  private var random: Double {
    Double(environment.randomness.bytes(2).reduce(0) { $0 << 8 | Int($1) }) / 65_535
  }
}
