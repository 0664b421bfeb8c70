/// What a `Range` header asks for, given the size of the file (RFC 9110, section 14).
package enum ByteRange: Sendable, Equatable {
  case whole
  case part(Range<Int>)
  case unsatisfiable

  /// Several ranges at once, other units and malformed headers are ignored, as the RFC allows.
  package init(header: String?, size: Int) {
    guard let header, let bounds = Self.bounds(header) else {
      self = .whole
      return
    }
    switch bounds {
    case (let first?, let last?): self = Self.part(from: first, to: min(last, size - 1), size)
    case (let first?, nil): self = Self.part(from: first, to: size - 1, size)
    case (nil, let suffix?):
      self = suffix == 0 ? .unsatisfiable : Self.part(from: max(0, size - suffix), to: size - 1, size)
    case (nil, nil): self = .whole
    }
  }

  private static func part(from first: Int, to last: Int, _ size: Int) -> ByteRange {
    first < size && first <= last ? .part(first..<last + 1) : .unsatisfiable
  }

  /// First and last byte; a missing first one makes the last a suffix length. `nil` where nothing can be read.
  private static func bounds(_ header: String) -> (Int?, Int?)? {
    guard header.lowercased().hasPrefix("bytes=") else { return nil }
    let parts = header.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let first = number(parts[0]), let last = number(parts[1]) else { return nil }
    if case (let low?, let high?) = (first, last), low > high { return nil }
    return (first, last)
  }

  /// Outer `nil`: not a number; inner `nil`: left out.
  private static func number(_ text: Substring) -> Int?? {
    if text.isEmpty { return .some(nil) }
    guard text.utf8.count <= 18, text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return nil
    }
    return .some(Int(text))
  }
}
