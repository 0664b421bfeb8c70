import Schemas

/// Reads the older JSON form while it arrives: `audio_base64` leaves decoded, all else is kept as a small JSON text.
package struct JSONUploadParser: Sendable {
  private enum Place: Sendable { case structure, string, escape, audio, audioEscape, audioCode }

  private static let audioKey = Array("audio_base64".utf8)
  /// As much is kept of a key; longer ones are nobody's.
  private static let keyBytes = 64
  private static let mostOtherBytes = 16 * 1024

  /// The body with an empty text in the place of the audio.
  package private(set) var rest: [UInt8] = []
  private var place = Place.structure
  private var depth = 0
  private var expectsKey = false
  private var key: [UInt8] = []
  private var text: [UInt8] = []
  private var keys: Set<[UInt8]> = []
  /// Digits of a `\uXXXX` in the audio.
  private var code: [UInt8] = []
  private var decoder = Base64Decoder()

  package init() {}

  /// - Returns: the part of the audio that these bytes carry.
  /// - Throws: `MALFORMED_JSON`, `VALIDATION_FAILED`, `PAYLOAD_TOO_LARGE`.
  package mutating func feed(_ bytes: [UInt8]) throws(ServiceError) -> [UInt8] {
    var audio: [UInt8] = []
    for byte in bytes { try take(byte, &audio) }
    guard rest.count <= Self.mostOtherBytes else { throw ServiceError(.payloadTooLarge) }
    return audio
  }

  private mutating func take(_ byte: UInt8, _ audio: inout [UInt8]) throws(ServiceError) {
    switch place {
    case .structure: takeStructure(byte)
    case .string: try takeText(byte)
    case .escape:
      place = .string
      append(byte)
    case .audio: try takeAudio(byte, &audio)
    case .audioEscape: try takeEscape(byte, &audio)
    case .audioCode: try takeCode(byte, &audio)
    }
  }

  private mutating func takeStructure(_ byte: UInt8) {
    rest.append(byte)
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      depth += 1
      expectsKey = depth == 1
    case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
    case UInt8(ascii: ","): expectsKey = depth == 1
    case UInt8(ascii: ":"): expectsKey = false
    case UInt8(ascii: "\""):
      text = []
      place = depth == 1 && !expectsKey && key == Self.audioKey ? .audio : .string
    default: break
    }
  }

  private mutating func takeText(_ byte: UInt8) throws(ServiceError) {
    append(byte)
    if byte == UInt8(ascii: "\\") { place = .escape }
    guard byte == UInt8(ascii: "\"") else { return }
    place = .structure
    guard expectsKey && depth == 1 else { return }
    key = text.dropLast()
    guard text.count == Self.keyBytes || keys.insert(key).inserted else {
      throw ServiceError(.malformedJSON, "A field stands twice.")
    }
  }

  private mutating func append(_ byte: UInt8) {
    rest.append(byte)
    if text.count < Self.keyBytes { text.append(byte) }
  }

  private mutating func takeAudio(_ byte: UInt8, _ audio: inout [UInt8]) throws(ServiceError) {
    switch byte {
    case UInt8(ascii: "\\"): place = .audioEscape
    case UInt8(ascii: "\""):
      rest.append(byte)
      audio += try decoder.end()
      place = .structure
    default: try decoder.take(byte, &audio)
    }
  }

  private mutating func takeEscape(_ byte: UInt8, _ audio: inout [UInt8]) throws(ServiceError) {
    place = .audio
    switch byte {
    case UInt8(ascii: "/"): try decoder.take(byte, &audio)
    case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"): break
    case UInt8(ascii: "u"): place = .audioCode
    default: throw Base64Decoder.malformed
    }
  }

  private mutating func takeCode(_ byte: UInt8, _ audio: inout [UInt8]) throws(ServiceError) {
    code.append(byte)
    guard code.count == 4 else { return }
    guard let character = UInt8(String(decoding: code, as: UTF8.self), radix: 16) else { throw Base64Decoder.malformed }
    (place, code) = (.audio, [])
    try decoder.take(character, &audio)
  }
}
