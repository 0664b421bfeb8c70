import Foundation
import Glibc
import Synchronization

/// A running program whose standard output is read in chunks.
///
/// The child stalls while nobody reads. It dies when its time is up, when a reading task is cancelled, and when
/// the last reference goes; no zombie stays behind. Of our open files it has none.
package final class ChildProcess: Sendable {
  private let pid: pid_t
  private let output: ChildStream
  private let messages: ChildStream?
  private let queue = DispatchQueue(label: "child-process")
  private let life = Mutex(Life())

  private struct Life {
    var waitStatus: Int32?
    var timedOut = false
  }

  package init(_ command: ChildCommand) throws(ChildProcessError) {
    let spawned = try ChildSpawn(command).run()
    pid = spawned.pid
    output = ChildStream(spawned.output)
    messages = spawned.messages.map(ChildStream.init)
    DispatchQueue.global().asyncAfter(deadline: .now() + command.timeLimit.seconds) { [weak self] in self?.expire() }
  }

  deinit {
    kill()
    reap()
  }

  /// The next part of the output as soon as there is one, `nil` at its end.
  package func read(upTo limit: Int = 65_536) async -> [UInt8]? { await read(output, upTo: limit) }

  /// The next part of its standard error; `nil` at its end, and where ``ChildCommand/messages`` are dropped.
  package func readMessages(upTo limit: Int = 65_536) async -> [UInt8]? {
    if let messages { await read(messages, upTo: limit) } else { nil }
  }

  /// How the child ended; waits until it has.
  package func exit() async -> ChildExit {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        queue.async {
          self.reap()
          continuation.resume(returning: self.outcome)
        }
      }
    } onCancel: {
      kill()
    }
  }

  /// Ends the child and all that it has started at once. May be repeated.
  package func kill() {
    life.withLock { if $0.waitStatus == nil { endGroup() } }
  }

  private func endGroup() { _ = Glibc.kill(-pid, SIGKILL) }

  private var outcome: ChildExit {
    life.withLock { ChildExit(waitStatus: $0.waitStatus ?? 0, timedOut: $0.timedOut) }
  }

  private func read(_ stream: ChildStream, upTo limit: Int) async -> [UInt8]? {
    await withTaskCancellationHandler {
      await stream.read(upTo: limit)
    } onCancel: {
      kill()
    }
  }

  /// Waits for the end without reaping first, so that no signal meets a process id that was given away.
  private func reap() {
    if life.withLock({ $0.waitStatus != nil }) { return }
    var information = siginfo_t()
    while waitid(P_PID, id_t(pid), &information, WEXITED | WNOWAIT) < 0 && errno == EINTR {}
    life.withLock { life in
      endGroup()
      var status: Int32 = 0
      waitpid(pid, &status, 0)
      life.waitStatus = status
    }
  }

  private func expire() {
    life.withLock { if $0.waitStatus == nil { $0.timedOut = true } }
    kill()
  }
}

extension Duration {
  fileprivate var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
