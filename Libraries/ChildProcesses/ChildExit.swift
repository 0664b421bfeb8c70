/// How a child ended.
package enum ChildExit: Sendable, Equatable {
  case status(Int32)
  case signal(Int32)
  /// Killed for exceeding its time limit.
  case timedOut

  package var isSuccess: Bool { self == .status(0) }

  init(waitStatus: Int32, timedOut: Bool) {
    let signal = waitStatus & 0x7F
    if timedOut {
      self = .timedOut
    } else {
      self = signal == 0 ? .status(waitStatus >> 8 & 0xFF) : .signal(signal)
    }
  }
}
