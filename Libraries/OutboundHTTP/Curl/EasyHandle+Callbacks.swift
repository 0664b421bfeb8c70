internal import CCurl

extension EasyHandle {
  /// - Parameter context: an unretained ``ActiveTransfer`` that outlives the transfer.
  func setCallbacks(context: UnsafeMutableRawPointer, sends: Bool) {
    set(CURLOPT_HEADERFUNCTION, takeHeader)
    set(CURLOPT_HEADERDATA, context)
    set(CURLOPT_WRITEFUNCTION, takeBody)
    set(CURLOPT_WRITEDATA, context)
    ccurl_set_prereq_function(easy, mayBeginSending)
    set(CURLOPT_PREREQDATA, context)
    set(CURLOPT_PRIVATE, context)
    guard sends else { return }
    set(CURLOPT_READFUNCTION, fillBody)
    set(CURLOPT_READDATA, context)
  }
}

extension ActiveTransfer {
  /// The transfer whose callbacks are set on the handle.
  static func of(_ easy: UnsafeMutableRawPointer?) -> ActiveTransfer? {
    active(ccurl_get_private(easy))
  }
}

private func active(_ context: UnsafeMutableRawPointer?) -> ActiveTransfer? {
  context.map { Unmanaged<ActiveTransfer>.fromOpaque($0).takeUnretainedValue() }
}

private func takeHeader(
  _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
  active(context)?.takeHeader(UnsafeRawBufferPointer(start: bytes, count: size * count)) ?? 0
}

private func takeBody(
  _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
  active(context)?.takeBody(UnsafeRawBufferPointer(start: bytes, count: size * count)) ?? 0
}

private func fillBody(
  _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
  active(context)?.fillBody(UnsafeMutableRawBufferPointer(start: bytes, count: size * count)) ?? 0
}

private func mayBeginSending(
  _ context: UnsafeMutableRawPointer?, _ peer: UnsafeMutablePointer<CChar>?, _ own: UnsafeMutablePointer<CChar>?,
  _ peerPort: CInt, _ ownPort: CInt
) -> CInt {
  active(context)?.mayBeginSending() == true ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
}
