internal import CCurl

extension EasyHandle {
  /// Method, address, bounds and body of a request. What curl has to keep until the end is returned.
  func prepare(_ request: OutboundRequest) throws(OutboundError) -> RequestResources {
    set(CURLOPT_URL, request.url)
    set(CURLOPT_CONNECTTIMEOUT_MS, max(1, request.timeouts.connect.wholeMilliseconds))
    let resources = RequestResources(headers: HeaderList(request))
    set(CURLOPT_HTTPHEADER, resources.headers.pointer)
    try setBody(of: request, into: resources)
    setMethod(of: request)
    return resources
  }

  private func setMethod(of request: OutboundRequest) {
    if request.method == "HEAD" { return set(CURLOPT_NOBODY, 1) }
    set(CURLOPT_CUSTOMREQUEST, request.method)
  }

  private func setBody(of request: OutboundRequest, into resources: RequestResources) throws(OutboundError) {
    switch request.body {
    case .none:
      if request.announcesLength { setBytes([]) } else { set(CURLOPT_HTTPGET, 1) }
    case .bytes(let bytes):
      setBytes(bytes)
    case .multipart(let parts):
      let form = try MultipartForm(parts, for: self)
      set(CURLOPT_MIMEPOST, UnsafeMutableRawPointer(form.pointer))
      resources.form = form
    case .stream:
      set(CURLOPT_UPLOAD, 1)
    }
  }

  private func setBytes(_ bytes: [UInt8]) {
    set(CURLOPT_POSTFIELDSIZE_LARGE, bytes: bytes.count)
    bytes.withUnsafeBytes { raw in
      let empty: StaticString = ""
      let start = raw.baseAddress ?? UnsafeRawPointer(empty.utf8Start)
      set(CURLOPT_COPYPOSTFIELDS, UnsafeMutableRawPointer(mutating: start))
    }
  }
}

extension OutboundRequest {
  /// Methods whose empty body is still announced as `Content-Length: 0`.
  fileprivate var announcesLength: Bool { ["POST", "PUT", "PATCH"].contains(method) }
}

/// What curl refers to while a transfer runs.
final class RequestResources {
  let headers: HeaderList
  var form: MultipartForm?

  init(headers: HeaderList) {
    self.headers = headers
  }
}
