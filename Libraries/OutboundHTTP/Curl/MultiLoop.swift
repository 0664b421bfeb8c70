internal import CCurl
import Synchronization

/// The thread that runs curl: it takes orders, moves bytes and watches the clocks of all transfers.
///
/// Everything but `mailbox`, `close` and `waitForEnd` belongs to that thread.
final class MultiLoop: @unchecked Sendable {
  let mailbox: Mailbox
  private let multi: UnsafeMutableRawPointer
  private let end = Signal()
  private var handles: EasyHandlePool
  private var active: [ObjectIdentifier: ActiveTransfer] = [:]

  init(configuration: CurlTransportConfiguration) {
    multi = CurlGlobal.makeMulti()
    mailbox = Mailbox(waking: multi)
    handles = EasyHandlePool(configuration: configuration)
    ccurl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, configuration.idleConnections)
    // A paused stream would hold up the others on its connection: one stream per connection.
    ccurl_multi_set_long(multi, CURLMOPT_PIPELINING, CURLPIPE_NOTHING)
  }

  func start() {
    DedicatedThread.start(named: "outbound-http") { self.run() }
  }

  func close() {
    mailbox.close()
  }

  func waitForEnd() async {
    await end.wait()
  }

  private func run() {
    while let orders = mailbox.takeOrders() {
      for order in orders { perform(order) }
      var running: CInt = 0
      curl_multi_perform(multi, &running)
      finishCompleted()
      let pause = expireOverdue(at: .now)
      curl_multi_poll(multi, nil, 0, pause, nil)
    }
    shutDown()
  }

  private func shutDown() {
    for order in mailbox.takeRest() {
      if case .start(let transfer) = order { transfer.end(.failed(OutboundError(.shutDown))) }
    }
    for transfer in active.values { finish(transfer, .failed(OutboundError(.shutDown))) }
    handles.close()
    curl_multi_cleanup(multi)
    end.raise()
  }
}

// MARK: - Orders

extension MultiLoop {
  private func perform(_ order: Mailbox.Order) {
    switch order {
    case .start(let transfer): start(transfer)
    case .resume(let transfer): active[ObjectIdentifier(transfer)]?.updatePause()
    case .drop(let transfer): active[ObjectIdentifier(transfer)].map { release($0) }
    }
  }

  private func start(_ transfer: Transfer) {
    guard transfer.markStarted() else { return }
    do throws(OutboundError) {
      let running = try ActiveTransfer(transfer, handle: handles.take())
      active[ObjectIdentifier(transfer)] = running
      curl_multi_add_handle(multi, running.handle.easy)
    } catch {
      transfer.end(.failed(error))
    }
  }
}

// MARK: - Endings

extension MultiLoop {
  private func finishCompleted() {
    var left: CInt = 0
    while let message = curl_multi_info_read(multi, &left)?.pointee {
      guard message.msg == CURLMSG_DONE, let running = ActiveTransfer.of(message.easy_handle) else { continue }
      finish(running, running.ending(for: message.data.result))
    }
  }

  private func finish(_ running: ActiveTransfer, _ ending: TransferState.Ending) {
    release(running)
    running.transfer.end(ending)
  }

  private func release(_ running: ActiveTransfer) {
    active[ObjectIdentifier(running.transfer)] = nil
    curl_multi_remove_handle(multi, running.handle.easy)
    running.close()
    handles.giveBack(running.handle)
  }

  /// - Returns: milliseconds until a transfer can next be overdue.
  private func expireOverdue(at now: ContinuousClock.Instant) -> CInt {
    var earliest = now + .seconds(60)
    for running in active.values {
      let (isOverdue, nextCheck) = running.transfer.expire(at: now)
      if isOverdue { release(running) }
      if let nextCheck { earliest = min(earliest, nextCheck) }
    }
    return CInt((earliest - now).wholeMilliseconds + 1)
  }
}
