internal import CCurl
import Synchronization

/// Orders for the loop's thread, from any thread.
final class Mailbox: Sendable {
  enum Order: Sendable {
    case start(Transfer)
    /// The reader has made room, or the request's body has more to send.
    case resume(Transfer)
    case drop(Transfer)
  }

  private struct Box {
    var orders: [Order] = []
    var isClosed = false
    nonisolated(unsafe) var multi: UnsafeMutableRawPointer?
  }

  private let box: Mutex<Box>

  /// - Parameter multi: the curl multi handle to wake up; it must outlive the call of ``close()``.
  init(waking multi: UnsafeMutableRawPointer) {
    nonisolated(unsafe) let multi = multi
    box = Mutex(Box(multi: multi))
  }

  /// - Returns: `false` when the loop no longer takes orders.
  @discardableResult
  func post(_ order: Order) -> Bool {
    box.withLock { box in
      if box.isClosed { return false }
      box.orders.append(order)
      if box.orders.count == 1 { curl_multi_wakeup(box.multi) }
      return true
    }
  }

  /// - Returns: what was posted since the last call; `nil` once closed.
  func takeOrders() -> [Order]? {
    box.withLock { box in
      if box.isClosed { return nil }
      defer { box.orders = [] }
      return box.orders
    }
  }

  /// Refuses further orders and wakes the loop up to its end.
  func close() {
    box.withLock { box in
      if box.isClosed { return }
      box.isClosed = true
      curl_multi_wakeup(box.multi)
      box.multi = nil
    }
  }

  /// What was posted and not taken before the end.
  func takeRest() -> [Order] {
    box.withLock { box in
      defer { box.orders = [] }
      return box.orders
    }
  }
}
