import Foundation

/// What a repeated request can be told of a note whose performance died between charge and confirmation; sent with
/// the audio, so that it is as old as the sealed note.
///
/// On the wire one object: the answer's members and these.
package struct NoteDraft: Sendable, Equatable {
  /// Header of `PUT …/audio`: JSON in base64.
  package static let header = "X-Note-Draft"

  /// Without the figures that only voice and billing know, and without a provenance record: the audio is still unknown.
  package var answer: PerformAnswer
  /// As the provenance record will have it; absent in drafts of older releases, like ``consentReference``.
  package var madeAt: String?
  package var consentReference: String?

  package init(answer: PerformAnswer, madeAt: String?, consentReference: String?) {
    self.answer = answer
    self.madeAt = madeAt
    self.consentReference = consentReference
  }

  /// ``header``'s value.
  package func headerValue() throws -> String {
    Data(try WireJSON.encode(self)).base64EncodedString()
  }

  /// `nil` for anything but a draft of at most 16 KiB.
  package static func json(in header: String?) -> String? {
    guard let header, header.utf8.count <= 22_000, let data = Data(base64Encoded: header),
      (try? WireJSON.decode(NoteDraft.self, from: data)) != nil
    else { return nil }
    return String(decoding: data, as: UTF8.self)
  }
}

extension NoteDraft: Codable {
  private enum CodingKeys: String, CodingKey {
    case madeAt = "made_at"
    case consentReference = "consent_reference"
  }

  package init(from decoder: any Decoder) throws {
    answer = try PerformAnswer(from: decoder)
    let own = try decoder.container(keyedBy: CodingKeys.self)
    madeAt = try own.decodeIfPresent(String.self, forKey: .madeAt)
    consentReference = try own.decodeIfPresent(String.self, forKey: .consentReference)
  }

  package func encode(to encoder: any Encoder) throws {
    try answer.encode(to: encoder)
    var own = encoder.container(keyedBy: CodingKeys.self)
    try own.encodeIfPresent(madeAt, forKey: .madeAt)
    try own.encodeIfPresent(consentReference, forKey: .consentReference)
  }
}
