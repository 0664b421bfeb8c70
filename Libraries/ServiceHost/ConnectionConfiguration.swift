import ServiceConfiguration

/// How long clients may take, and how long a stopping service waits for them.
package struct ConnectionConfiguration: Sendable {
  /// Without a byte of a request, or none of an answer taken, for this long, its connection is closed.
  package var idle: Duration
  /// From SIGTERM until no more requests are taken, so that front doors can see `/readyz` fail.
  package var drain: Duration
  /// Longest time for requests under way to finish after that.
  package var shutdown: Duration

  init(_ variables: VariableReader) {
    idle = variables.seconds(
      "CONNECTION_IDLE_SECONDS", default: 60, in: 1...3600,
      "A connection that sends nothing, or takes nothing of its answer, for so long is closed.")
    drain = .seconds(
      variables.whole(
        "DRAIN_SECONDS", default: 0, in: 0...300,
        "After SIGTERM, seconds in which `/readyz` fails while requests are still taken."))
    shutdown = variables.seconds(
      "SHUTDOWN_SECONDS", default: 200, in: 1...3600, "Longest wait for requests under way when stopping.")
  }
}
