import Logging

/// Builds one line of JSON without going through a general encoder: logs are written on every request.
struct JSONLine {
  private var bytes: [UInt8] = [UInt8(ascii: "{")]

  mutating func add(_ key: String, _ value: String) {
    begin(key)
    append(string: value)
  }

  mutating func add(_ key: String, _ value: Logger.MetadataValue) {
    begin(key)
    append(value)
  }

  consuming func finished() -> [UInt8] {
    bytes += Array("}\n".utf8)
    return bytes
  }

  private mutating func begin(_ key: String) {
    if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
    append(string: key)
    bytes.append(UInt8(ascii: ":"))
  }

  private mutating func append(_ value: Logger.MetadataValue) {
    switch value {
    case .string(let text): append(string: text)
    case .stringConvertible(let value as any BinaryInteger): bytes += Array("\(value)".utf8)
    case .stringConvertible(let value as Double) where value.isFinite: bytes += Array("\(value)".utf8)
    case .stringConvertible(let value as Bool): bytes += Array("\(value)".utf8)
    case .stringConvertible(let value): append(string: "\(value)")
    case .array(let values): appendList(values)
    case .dictionary(let members): appendMembers(members)
    }
  }

  private mutating func appendList(_ values: [Logger.MetadataValue]) {
    bytes.append(UInt8(ascii: "["))
    for (index, value) in values.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(value)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  private mutating func appendMembers(_ members: Logger.Metadata) {
    bytes.append(UInt8(ascii: "{"))
    for (index, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(string: member.key)
      bytes.append(UInt8(ascii: ":"))
      append(member.value)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  private mutating func append(string: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in string.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0..<0x20: bytes += Array("\\u00".utf8) + [Self.hex[Int(byte >> 4)], Self.hex[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static let hex = Array("0123456789abcdef".utf8)
}
