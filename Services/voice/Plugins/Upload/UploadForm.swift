import Foundation
import Schemas

/// What a form says besides the recording.
struct UploadForm: Sendable, Equatable {
  var consent = false
  /// Seconds, as the client believes.
  var declaredDuration: Double?

  private static let longestDuration = 86_400.0

  mutating func set(_ name: String, _ text: String) throws(ServiceError) {
    switch name {
    case "consent": consent = ["true", "1", "yes", "on"].contains(text.lowercased())
    case "duration_seconds": declaredDuration = try Self.seconds(text)
    default: break
    }
  }

  /// - Throws: `CONSENT_REQUIRED`.
  func requireConsent() throws(ServiceError) {
    guard consent else { throw ServiceError(.consentRequired) }
  }

  private static func seconds(_ text: String) throws(ServiceError) -> Double? {
    if text.isEmpty { return nil }
    guard let seconds = Double(text), (0...longestDuration).contains(seconds) else {
      throw .validation([FieldProblem(field: "duration_seconds", problem: "must be a number of seconds")])
    }
    return seconds
  }
}

/// The older JSON form, without the recording itself.
struct UploadJSONFields: JSONBody {
  var form = UploadForm()
  var hasAudio: Bool

  init(from fields: inout FieldReader) {
    hasAudio = fields.has("audio_base64")
    _ = fields.optionalString("audio_base64", length: 0...0)
    _ = fields.optionalString("mime_type", length: 0...128)
    form.consent = fields.optionalBoolean("consent") ?? false
    form.declaredDuration = fields.optionalNumber("duration_seconds", 0...86_400)
    if !hasAudio { fields.report("audio_base64", "is missing") }
  }
}
