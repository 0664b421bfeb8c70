import Foundation
import Logging
import ServiceLifecycle
import VoiceCore

/// Persists when voices were last used, behind the answers that used them.
final class RecencyWorker: Service {
  private let clones: any CloneStore
  private let logger: Logger
  private let uses: AsyncStream<(userID: String, at: Date)>
  private let note: AsyncStream<(userID: String, at: Date)>.Continuation

  init(_ clones: any CloneStore, logger: Logger) {
    self.clones = clones
    self.logger = logger
    (uses, note) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(10_000))
  }

  func used(_ userID: String, at now: Date) {
    note.yield((userID, now))
  }

  /// Writes what is left before it returns.
  func run() async throws {
    await withGracefulShutdownHandler {
      for await use in uses { await write(use.userID, use.at) }
    } onGracefulShutdown: {
      self.note.finish()
    }
  }

  private func write(_ userID: String, _ instant: Date) async {
    do {
      try await clones.touch(userID, at: instant)
    } catch {
      logger.warning("voice_recency_lost", metadata: ["error": "\(error)"])
    }
  }
}
