import Foundation
import Synchronization

/// A thread of its own for a loop that blocks.
///
/// SIGPIPE is blocked there: a TLS write to a closed connection then fails as an error instead of ending the process.
enum DedicatedThread {
  /// - Parameter name: at most 15 bytes, as the kernel shows it.
  static func start(named name: String, _ body: @escaping @Sendable () -> Void) {
    Thread.detachNewThread {
      Thread.current.name = name
      blockBrokenPipeSignal()
      body()
    }
  }

  private static func blockBrokenPipeSignal() {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
  }
}
