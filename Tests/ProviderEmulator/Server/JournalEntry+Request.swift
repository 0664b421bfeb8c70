import Foundation

extension JournalEntry {
  init(_ request: EmulatorRequest) {
    self.init(
      sequence: 0, endpoint: request.endpoint, method: request.method, path: request.path,
      query: Dictionary(request.query.map { ($0.name, $0.value) }) { "\($0),\($1)" },
      headers: request.headers, body: Self.body(of: request), status: 0, fault: request.fault?.label,
      at: Date().timeIntervalSince1970)
  }

  private static func body(of request: EmulatorRequest) -> JSON {
    guard !request.body.isEmpty else { return .null }
    if let json = JSON(parsing: request.body) { return json }
    let form = MultipartForm(body: request.body, contentType: request.headers["content-type"])
    return .array(form.parts.map(describe))
  }

  private static func describe(_ part: MultipartForm.Part) -> JSON {
    guard let filename = part.filename else { return ["name": .string(part.name), "value": .string(part.text)] }
    return [
      "name": .string(part.name), "filename": .string(filename),
      "content_type": .string(part.contentType ?? ""), "size": .int(part.data.count),
    ]
  }
}

extension Fault {
  /// What the journal calls it.
  var label: String {
    error ?? behaviour?.rawValue ?? ending?.rawValue ?? status.map { "status_\($0)" } ?? "scripted"
  }
}
