internal import CCurl

/// A transfer that curl is working on: the handle, what it refers to, and what its callbacks need.
///
/// Belongs to the loop's thread.
final class ActiveTransfer {
  let transfer: Transfer
  let handle: EasyHandle
  let upload: UploadSource?
  private let resources: RequestResources
  private var head = ResponseHeadParser()
  private var isSendPaused = false
  /// curl has connected and begun to send; a second time would be a repetition that the peer may see twice.
  private var wasSent = false

  init(_ transfer: Transfer, handle: EasyHandle) throws(OutboundError) {
    self.transfer = transfer
    self.handle = handle
    resources = try handle.prepare(transfer.request)
    upload = UploadSource(transfer)
    handle.setCallbacks(context: Unmanaged.passUnretained(self).toOpaque(), sends: upload != nil)
  }

  func close() {
    upload?.cancel()
  }

  /// Makes curl go on in the directions that are no longer blocked.
  func updatePause() {
    isSendPaused = isSendPaused && upload?.isWaiting == true
    let receive = transfer.wantsPause ? CURLPAUSE_RECV : 0
    curl_easy_pause(handle.easy, receive | (isSendPaused ? CURLPAUSE_SEND : 0))
  }

  func ending(for result: CURLcode) -> TransferState.Ending {
    if result == CURLE_OK { return .complete }
    if upload?.hasFailed == true { return .failed(OutboundError(.requestBody, "the stream failed")) }
    let error = OutboundError(curl: result)
    // The request had gone out on a connection that died; what failed is only the attempt to connect again.
    return .failed(wasSent && error.requestNeverArrived ? OutboundError(.cut, error.description) : error)
  }
}

// MARK: - What curl calls

extension ActiveTransfer {
  func mayBeginSending() -> Bool {
    defer { wasSent = true }
    return !wasSent || transfer.request.isIdempotent
  }

  func takeHeader(_ line: UnsafeRawBufferPointer) -> Int {
    let text = String(decoding: line, as: UTF8.self)
    if let head = head.take(text[...]) { transfer.receive(head) }
    return line.count
  }

  func takeBody(_ bytes: UnsafeRawBufferPointer) -> Int {
    switch transfer.receive(bytes) {
    case .deliver, .keep: bytes.count
    case .pause: Int(CURL_WRITEFUNC_PAUSE)
    case .refuse: bytes.isEmpty ? 1 : 0
    }
  }

  func fillBody(_ room: UnsafeMutableRawBufferPointer) -> Int {
    switch upload?.fill(room) {
    case .bytes(let count): return count
    case .wait:
      isSendPaused = true
      return Int(CURL_READFUNC_PAUSE)
    case .failed: return Int(CURL_READFUNC_ABORT)
    case .end, nil: return 0
    }
  }
}

extension OutboundRequest {
  /// Whether the peer may see the request twice without acting twice (RFC 9110, 9.2.2).
  fileprivate var isIdempotent: Bool { ["GET", "HEAD", "PUT", "DELETE", "OPTIONS"].contains(method) }
}
