import Foundation
import Synchronization

/// A thread of its own for a loop that blocks.
///
/// SIGPIPE is blocked there: a TLS write to a closed connection then fails as an error instead of ending the process.
enum DedicatedThread {
  static func start(named name: String, _ body: @escaping @Sendable () -> Void) {
    let thread = Thread {
      blockBrokenPipeSignal()
      body()
    }
    thread.name = name
    thread.start()
  }

  private static func blockBrokenPipeSignal() {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
  }
}
