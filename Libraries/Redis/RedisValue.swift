/// A reply of the Redis protocol (RESP2).
package enum RedisValue: Sendable, Equatable {
  case null
  case status(String)
  case string([UInt8])
  case integer(Int64)
  case array([RedisValue])
  /// An error inside an array; an error as the whole reply is thrown instead.
  case error(String)

  /// The text of a string or status; bytes that are not UTF-8 are repaired.
  package var text: String? {
    switch self {
    case .status(let text): text
    case .string(let bytes): String(decoding: bytes, as: UTF8.self)
    default: nil
    }
  }

  /// The number of an integer reply.
  package var integer: Int64? {
    if case .integer(let number) = self { number } else { nil }
  }

  /// The members of an array reply.
  package var elements: [RedisValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// A missing key, or a conditional command that did nothing.
  package var isNull: Bool { self == .null }
}
