import Foundation

/// The words of an error answer, in any of the shapes that the provider sends:
/// the envelope with type, code and status; the older one with status only; a list of validation errors; a bare string.
struct ElevenLabsErrorBody: Decodable {
  /// From the most telling to the most generic.
  let words: [String]

  private enum Key: CodingKey {
    case detail
  }

  private struct Envelope: Decodable {
    var status: String?
    var code: String?
    var type: String?
  }

  init(from decoder: any Decoder) throws {
    let detail = try decoder.container(keyedBy: Key.self)
    if let envelope = try? detail.decode(Envelope.self, forKey: .detail) {
      words = [envelope.status, envelope.code, envelope.type].compactMap { $0 }
    } else {
      words = (try? detail.nestedUnkeyedContainer(forKey: .detail)).map { _ in ["validation_error"] } ?? []
    }
  }

  /// - Returns: no words when the bytes are not such a body.
  static func words(in bytes: [UInt8]) -> [String] {
    (try? JSONDecoder().decode(ElevenLabsErrorBody.self, from: Data(bytes)))?.words ?? []
  }
}
