internal import CCurl

/// The request's header fields as curl's own list, freed with the object.
final class HeaderList {
  private(set) var pointer: UnsafeMutablePointer<curl_slist>?

  init(_ request: OutboundRequest) {
    for (name, value) in request.headers { append(value.isEmpty ? "\(name);" : "\(name): \(value)") }
    // No extra round trip before a large body, and no invented content type.
    append("Expect:")
    if request.carriesPlainBody && !request.hasHeader("content-type") { append("Content-Type:") }
  }

  deinit {
    curl_slist_free_all(pointer)
  }

  private func append(_ line: String) {
    pointer = curl_slist_append(pointer, line)
  }
}

extension OutboundRequest {
  fileprivate var carriesPlainBody: Bool {
    if case .multipart = body { false } else { true }
  }

  fileprivate func hasHeader(_ name: String) -> Bool {
    headers.contains { $0.name.lowercased() == name }
  }
}
