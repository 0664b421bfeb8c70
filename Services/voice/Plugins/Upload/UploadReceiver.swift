import HTTPTypes
import Schemas
import ServiceHTTP
import VoiceCore
import VoiceServing

/// Streams an upload's body to disk, whichever form it has.
struct UploadReceiver: Sendable {
  let folder: WorkFolder
  let sizes: UploadSizes

  /// - Returns: the file, which is gone with its last reference, and what the form says.
  /// - Throws: `UNSUPPORTED_MEDIA_TYPE`, `PAYLOAD_TOO_LARGE`, `UNSUPPORTED_AUDIO`, `CONSENT_REQUIRED`, and what is
  ///   wrong with the form.
  func receive(
    _ call: Call, for purpose: UploadPurpose = .sample
  ) async throws -> (file: UploadFile, form: UploadForm) {
    let file = try await UploadFile.make(in: folder.path, sizes: sizes)
    let form = try await receive(call, into: file, for: purpose)
    try file.finish()
    return (file, form)
  }

  private func receive(_ call: Call, into file: UploadFile, for purpose: UploadPurpose) async throws -> UploadForm {
    switch (call.mediaType, purpose) {
    case ("multipart/form-data", _):
      var upload = try MultipartUpload(
        contentType: call.header("Content-Type") ?? "", file: file, purpose: purpose)
      try await read(call, atMost: sizes.largestMultipart) { try await upload.take($0) }
      return try upload.finish()
    case ("application/json", .sample):
      var upload = JSONUpload(file: file)
      try await read(call, atMost: sizes.largestJSON) { try await upload.take($0) }
      return try upload.finish()
    default:
      throw ServiceError(.unsupportedMediaType, "Send multipart/form-data or application/json.")
    }
  }

  private func read(_ call: Call, atMost limit: Int, _ take: (_ bytes: [UInt8]) async throws -> Void) async throws {
    let body = IncomingBody(call)
    guard body.declaredLength ?? 0 <= limit else { throw Self.tooLarge(limit) }
    var count = 0
    do {
      try await body.read { bytes in
        count += bytes.count
        guard count <= limit else { throw Self.tooLarge(limit) }
        try await take(bytes)
      }
    } catch is BodyBroken {
      throw ServiceError(.validationFailed, "The body broke off.")
    }
  }

  private static func tooLarge(_ limit: Int) -> ServiceError {
    ServiceError(.payloadTooLarge, "At most \(limit) bytes are accepted.")
  }
}
