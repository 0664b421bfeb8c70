/// One word of a command: text, a number or bytes.
package struct RedisArgument: Sendable, Equatable, ExpressibleByStringLiteral, ExpressibleByStringInterpolation,
  ExpressibleByIntegerLiteral
{
  /// As sent, of any content.
  package let bytes: [UInt8]

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  package init(_ text: some StringProtocol) {
    bytes = Array(text.utf8)
  }

  package init(_ number: some BinaryInteger) {
    self.init(String(number))
  }

  package init(stringLiteral text: String) {
    self.init(text)
  }

  package init(integerLiteral number: Int) {
    self.init(number)
  }
}
