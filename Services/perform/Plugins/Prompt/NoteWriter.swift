import Capabilities
import PerformCore
import TextProviders

/// Tries the writers in order until one delivers a text that passes the check; the offline one comes last.
package struct NoteWriter: NoteComposer {
  /// What the use takes from outside: time, chance and someone to tell.
  package struct Environment: Sendable {
    package var now: @Sendable () -> ContinuousClock.Instant = { .now }
    package var pause = Pause.system
    package var randomness = Randomness.system
    package var observe: @Sendable (TextEvent) -> Void = { _ in }

    package init() {}
  }

  private let models: [any TextWriter]
  private let offline: any TextWriter
  private let rules: NoteRules
  private let policy: NotePolicy
  private let environment: Environment

  /// - Parameters:
  ///   - models: in the order in which they are tried; may be empty.
  ///   - offline: needs no network, so it is not bound to the policy's timeout.
  package init(
    models: [any TextWriter], offline: any TextWriter, rules: NoteRules, policy: NotePolicy = NotePolicy(),
    environment: Environment = Environment()
  ) {
    self.models = models
    self.offline = offline
    self.rules = rules
    self.policy = policy
    self.environment = environment
  }

  package func compose(_ brief: NoteBrief) async throws(TextError) -> ComposedNote {
    let deadline = environment.now() + policy.timeout
    var attempts = 0
    for writer in models {
      var run = run(writer, brief, deadline: deadline)
      do throws(TextError) {
        return accepted(try await run.note(), from: writer, attempts: attempts + run.attempts)
      } catch {
        if error.code == .cancelled { throw error }
        attempts += run.attempts
        environment.observe(.fellBack(from: writer.source, error: error.code))
      }
    }
    var run = run(offline, brief, deadline: nil)
    return accepted(try await run.note(), from: offline, attempts: attempts + run.attempts)
  }

  private func run(_ writer: any TextWriter, _ brief: NoteBrief, deadline: ContinuousClock.Instant?) -> WriterRun {
    WriterRun(
      writer: writer, brief: brief, rules: rules, policy: policy, environment: environment, deadline: deadline)
  }

  private func accepted(_ written: WrittenText, from writer: any TextWriter, attempts: Int) -> ComposedNote {
    environment.observe(.accepted(source: writer.source, attempts: attempts))
    return ComposedNote(text: written.text, textSource: writer.source, model: written.model, attempts: attempts)
  }
}
