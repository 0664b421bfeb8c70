internal import CCurl

/// A `multipart/form-data` body that curl composes while it sends; freed with the object.
final class MultipartForm {
  let pointer: OpaquePointer

  init(_ parts: [MultipartPart], for handle: EasyHandle) throws(OutboundError) {
    guard let mime = curl_mime_init(handle.easy) else { throw OutboundError(.requestBody, "out of memory") }
    pointer = mime
    for part in parts { try add(part) }
  }

  deinit {
    curl_mime_free(pointer)
  }

  private func add(_ part: MultipartPart) throws(OutboundError) {
    let target = curl_mime_addpart(pointer)
    curl_mime_name(target, part.name)
    try Self.fill(target, with: part.content)
    curl_mime_filename(target, part.filename)
    curl_mime_type(target, part.contentType)
  }

  private static func fill(_ target: OpaquePointer?, with content: MultipartPart.Content) throws(OutboundError) {
    switch content {
    case .bytes(let bytes):
      _ = bytes.withUnsafeBytes { curl_mime_data(target, $0.bindMemory(to: CChar.self).baseAddress, bytes.count) }
    case .file(let path):
      guard curl_mime_filedata(target, path) == CURLE_OK else {
        throw OutboundError(.requestBody, "a file of the form cannot be read")
      }
    }
  }
}
