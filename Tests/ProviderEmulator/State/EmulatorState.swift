import Synchronization

/// The emulator's memory. Every change is one step that no other call can see half done.
package final class EmulatorState: Sendable {
  private let world: Mutex<EmulatorWorld>

  init(_ world: EmulatorWorld = EmulatorWorld()) { self.world = Mutex(world) }

  /// A consistent copy.
  package var snapshot: EmulatorWorld { world.withLock { $0 } }

  /// Changes account, latency and whatever else is settable, in one step.
  @discardableResult
  package func update<Value: Sendable, Failure: Error>(
    _ change: (inout EmulatorWorld) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    try world.withLock { (world) throws(Failure) in try change(&world) }
  }
}
