import Schemas

/// Reads the older JSON form while it arrives: `audio_base64` leaves decoded, all else is kept as a small JSON text.
package struct JSONUploadParser: Sendable {
  private enum Place: Sendable { case structure, string, escape, audio, audioEscape }

  private static let audioKey = Array("audio_base64".utf8)
  private static let mostOtherBytes = 16 * 1024

  /// The body with an empty text in the place of the audio.
  package private(set) var rest: [UInt8] = []
  private var place = Place.structure
  private var depth = 0
  private var expectsKey = false
  private var key: [UInt8] = []
  private var text: [UInt8] = []
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

  /// - Throws: `VALIDATION_FAILED` where the audio ends inside a group of four characters.
  package func finish() throws(ServiceError) {
    guard decoder.isComplete else { throw Base64Decoder.malformed }
  }

  private mutating func take(_ byte: UInt8, _ audio: inout [UInt8]) throws(ServiceError) {
    switch place {
    case .structure: takeStructure(byte)
    case .string: takeText(byte)
    case .escape:
      place = .string
      append(byte)
    case .audio: try takeAudio(byte, &audio)
    case .audioEscape:
      guard byte == UInt8(ascii: "/") else { throw ServiceError(.malformedJSON) }
      place = .audio
      try decoder.take(byte, &audio)
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

  private mutating func takeText(_ byte: UInt8) {
    append(byte)
    if byte == UInt8(ascii: "\\") { place = .escape }
    guard byte == UInt8(ascii: "\"") else { return }
    if expectsKey && depth == 1 { key = text.dropLast() }
    place = .structure
  }

  private mutating func append(_ byte: UInt8) {
    rest.append(byte)
    // Two more than the key has: its closing quote, and one byte that tells a longer key apart.
    if text.count < Self.audioKey.count + 2 { text.append(byte) }
  }

  private mutating func takeAudio(_ byte: UInt8, _ audio: inout [UInt8]) throws(ServiceError) {
    switch byte {
    case UInt8(ascii: "\\"): place = .audioEscape
    case UInt8(ascii: "\""):
      rest.append(byte)
      audio += decoder.end()
      place = .structure
    default: try decoder.take(byte, &audio)
    }
  }
}
