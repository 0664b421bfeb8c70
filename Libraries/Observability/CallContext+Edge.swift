import Capabilities

extension CallContext {
  /// The context of an incoming request: its own ids where they are well-formed, new ones otherwise.
  package static func incoming(
    requestID: String?, traceparent: String?, identifiers: Identifiers, randomness: Randomness
  ) -> CallContext {
    CallContext(
      requestID: requestID.flatMap(acceptable) ?? identifiers.make(),
      traceID: traceparent.flatMap(traceID) ?? randomness.bytes(16).hexadecimal,
      spanID: randomness.bytes(8).hexadecimal)
  }

  /// 1…128 of the characters that ids are made of; anything else could forge log lines or headers.
  private static func acceptable(_ id: String) -> String? {
    let fits = (1...128).contains(id.utf8.count)
    return fits && id.utf8.allSatisfy(isIDByte) ? id : nil
  }

  private static func isIDByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
      true
    default: false
    }
  }

  private static func traceID(_ traceparent: String) -> String? {
    let parts = traceparent.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count >= 4, parts[0].count == 2, parts[0] != "ff", parts[1].count == 32, parts[2].count == 16,
      parts[1].utf8.allSatisfy(isHexadecimal), parts[2].utf8.allSatisfy(isHexadecimal),
      parts[1].contains(where: { $0 != "0" }), parts[2].contains(where: { $0 != "0" })
    else { return nil }
    return String(parts[1])
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }
}
