import Schemas
import VoiceServing

/// Receives a multipart form: the recording goes to disk, small fields into ``UploadForm``.
struct MultipartUpload {
  private static let fieldBytes = 1024

  private let file: UploadFile
  private var parser: MultipartParser
  private var form: UploadForm
  private var part: PartHeader?
  private var text: [UInt8] = []
  private var hasFile = false

  init(contentType: String, file: UploadFile, purpose: UploadPurpose = .sample) throws(ServiceError) {
    guard let boundary = MultipartBoundary.find(in: contentType), let parser = MultipartParser(boundary: boundary)
    else {
      throw MultipartParser.malformed("has no usable boundary")
    }
    self.file = file
    self.parser = parser
    form = UploadForm(purpose: purpose)
  }

  mutating func take(_ bytes: [UInt8]) async throws {
    for event in try parser.feed(bytes) { try await take(event) }
  }

  mutating func finish() throws -> UploadForm {
    try parser.finish()
    try form.requireConsent()
    guard hasFile else { throw ServiceError.validation([FieldProblem(field: "file", problem: "is missing")]) }
    return form
  }

  private mutating func take(_ event: MultipartParser.Event) async throws {
    switch event {
    case .part(let header): try begin(header)
    case .data(let bytes): if isRecording { try await file.append(bytes) } else { try keep(bytes) }
    case .partEnd: try end()
    }
  }

  private var isRecording: Bool { part?.name == "file" }

  private mutating func begin(_ header: PartHeader) throws(ServiceError) {
    part = header
    text = []
    guard isRecording else { return }
    guard !hasFile else { throw MultipartParser.malformed("has more than one file") }
    hasFile = true
  }

  private mutating func keep(_ bytes: [UInt8]) throws(ServiceError) {
    text += bytes
    guard text.count <= Self.fieldBytes else { throw MultipartParser.malformed("has too large a field") }
  }

  private mutating func end() throws(ServiceError) {
    guard let part, !isRecording else { return }
    try form.set(part.name, String(decoding: text, as: UTF8.self))
  }
}
