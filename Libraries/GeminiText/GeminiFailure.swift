import Foundation
import TextProviders

/// The body of an error status: an object, the same in a one-element array, or anything at all from a front end.
struct GeminiFailure: Decodable {
  var status: String?
  var details: [Detail]

  struct Detail: Decodable {
    var reason: String?
    var retryDelay: String?
    var violations: [Violation]?
  }

  struct Violation: Decodable {
    var quotaId: String?
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    status = try container.decodeIfPresent(String.self, forKey: .status)
    details = (try? container.decodeIfPresent([Detail].self, forKey: .details)) ?? []
  }

  private enum CodingKeys: CodingKey {
    case status, details
  }

  private struct Envelope: Decodable {
    var error: GeminiFailure
  }

  /// `nil` for a body that is not Google's error JSON.
  static func parse(_ body: [UInt8]) -> GeminiFailure? {
    let json = Data(body)
    let envelope =
      (try? JSONDecoder().decode(Envelope.self, from: json))
      ?? (try? JSONDecoder().decode([Envelope].self, from: json))?.first
    return envelope?.error
  }
}
