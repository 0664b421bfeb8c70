import Capabilities
import PerformPrompt
import Synchronization

/// A clock that only pauses move, and an ear for events.
final class Stage: Sendable {
  private let state = Mutex((elapsed: Duration.zero, pauses: [Duration](), events: [TextEvent]()))
  private let start = ContinuousClock.now

  var pauses: [Duration] { state.withLock { $0.pauses } }
  var events: [TextEvent] { state.withLock { $0.events } }

  var environment: NoteWriter.Environment {
    var environment = NoteWriter.Environment()
    environment.now = { self.start + self.state.withLock { $0.elapsed } }
    environment.pause = Pause { pause in
      self.state.withLock { state in
        state.elapsed += pause
        state.pauses.append(pause)
      }
    }
    environment.observe = { event in self.state.withLock { $0.events.append(event) } }
    return environment
  }
}
