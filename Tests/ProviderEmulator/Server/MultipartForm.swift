import Foundation

/// A decoded `multipart/form-data` body.
struct MultipartForm: Sendable {
  struct Part: Sendable {
    var name: String
    var filename: String?
    var contentType: String?
    var data: Data

    var text: String { String(decoding: data, as: UTF8.self) }
  }

  var parts: [Part]

  /// Without the right content type the form is empty, as FastAPI sees it.
  init(body: Data, contentType: String?) {
    parts = Self.boundary(contentType).map { Self.split(body, boundary: $0) } ?? []
  }

  func field(_ name: String) -> String? { parts.last { $0.name == name && $0.filename == nil }?.text }
  func all(_ name: String) -> [Part] { parts.filter { $0.name == name } }

  private static func boundary(_ contentType: String?) -> String? {
    guard let contentType, contentType.lowercased().hasPrefix("multipart/form-data") else { return nil }
    let value = contentType.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
      .first { $0.lowercased().hasPrefix("boundary=") }?.dropFirst("boundary=".count)
    return value.map { $0.trimmingCharacters(in: CharacterSet(charactersIn: "\"")) }
  }

  private static func split(_ body: Data, boundary: String) -> [Part] {
    let delimiter = Data("\r\n--\(boundary)".utf8)
    let padded = Data("\r\n".utf8) + body
    var parts: [Part] = []
    var start = padded.range(of: delimiter)
    while let opening = start, let closing = padded.range(of: delimiter, in: opening.upperBound..<padded.endIndex) {
      if let part = Part(raw: Data(padded[opening.upperBound..<closing.lowerBound])) { parts.append(part) }
      start = closing
    }
    return parts
  }
}

extension MultipartForm.Part {
  fileprivate init?(raw: Data) {
    guard let gap = raw.range(of: Data("\r\n\r\n".utf8)) else { return nil }
    let headers = Self.headers(String(decoding: raw[raw.startIndex..<gap.lowerBound], as: UTF8.self))
    let disposition = headers["content-disposition"] ?? ""
    guard let name = Self.attribute("name", of: disposition) else { return nil }
    self.init(
      name: name, filename: Self.attribute("filename", of: disposition), contentType: headers["content-type"],
      data: Data(raw[gap.upperBound...]))
  }

  private static func headers(_ block: String) -> [String: String] {
    block.split(separator: "\r\n").reduce(into: [:]) { headers, line in
      let halves = line.split(separator: ":", maxSplits: 1)
      guard halves.count == 2 else { return }
      headers[halves[0].lowercased()] = halves[1].trimmingCharacters(in: .whitespaces)
    }
  }

  private static func attribute(_ name: String, of disposition: String) -> String? {
    guard let start = disposition.range(of: "; \(name)=\"") else { return nil }
    return disposition[start.upperBound...].split(separator: "\"", omittingEmptySubsequences: false).first
      .map(String.init)
  }
}
