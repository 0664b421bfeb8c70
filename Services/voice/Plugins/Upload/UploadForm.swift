import Foundation
import Schemas
import VoiceCore

/// What an upload is for.
enum UploadPurpose: Sendable {
  /// The clone is made from it.
  case sample
  /// It stands in the list and is never cloned.
  case decoy
}

/// What a form says besides the recording.
struct UploadForm: Sendable, Equatable {
  var purpose = UploadPurpose.sample
  /// `nil` before anything was said about it; a form that contradicts itself gives none.
  var consent: Bool?
  /// Seconds, as the client believes.
  var declaredDuration: Double?

  /// Of a decoy, as they are to be shown; empty ones are left out.
  var title: String?
  var date: String?
  var time: String?

  private static let affirmations: Set = ["true", "1", "yes", "on"]
  private static let longestDuration = 86_400.0

  mutating func set(_ name: String, _ text: String) throws(ServiceError) {
    switch name {
    case "consent": consent = (consent ?? true) && Self.affirmations.contains(text.lowercased())
    case "duration_seconds": declaredDuration = try Self.seconds(text)
    case "title": title = RecordingTitle.trimmed(text)
    case "date": date = text.isEmpty ? nil : text
    case "time": time = text.isEmpty ? nil : text
    default: break
    }
  }

  /// - Throws: `CONSENT_REQUIRED` unless the speaker has agreed, or nothing is cloned.
  func requireConsent() throws(ServiceError) {
    guard consent == true || purpose == .decoy else { throw ServiceError(.consentRequired) }
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
    form.consent = fields.optionalBoolean("consent")
    form.declaredDuration = fields.optionalNumber("duration_seconds", 0...86_400)
    if !hasAudio { fields.report("audio_base64", "is missing") }
  }
}
