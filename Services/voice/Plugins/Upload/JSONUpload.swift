import Schemas

/// Receives the older JSON form.
struct JSONUpload {
  private let file: UploadFile
  private var parser = JSONUploadParser()

  init(file: UploadFile) {
    self.file = file
  }

  mutating func take(_ bytes: [UInt8]) async throws {
    let audio = try parser.feed(bytes)
    if !audio.isEmpty { try await file.append(audio) }
  }

  func finish() throws -> UploadForm {
    guard let body = try? WireJSON.decode(JSONValue.self, from: parser.rest) else { throw ServiceError(.malformedJSON) }
    let form = try UploadJSONFields.decode(body).form
    try form.requireConsent()
    return form
  }
}
