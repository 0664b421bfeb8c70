import Schemas

/// Takes a `multipart/form-data` body apart while it arrives (RFC 7578), keeping no more than a delimiter's length.
///
/// Strict: no preamble, no folded headers, CRLF only, every part a form field with a name.
package struct MultipartParser: Sendable {
  package enum Event: Sendable, Equatable {
    case part(PartHeader)
    case data([UInt8])
    case partEnd
  }

  private enum State: Sendable { case start, delimiter, headers, body, end }

  private static let headerBytes = 2048
  private static let mostParts = 16
  private static let lineBreak: [UInt8] = [13, 10]

  private let delimiter: [UInt8]
  private var buffer = lineBreak
  private var state = State.start
  private var partCount = 0
  /// Bytes of the line break after the headers that still stand in front of the content.
  private var breakBytes = 0

  /// - Parameter boundary: 1…70 of the characters that RFC 2046 allows.
  package init?(boundary: String) {
    let isAllowed = { (byte: UInt8) in byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") }
    guard (1...70).contains(boundary.utf8.count), boundary.utf8.allSatisfy(isAllowed) else { return nil }
    delimiter = Self.lineBreak + Array("--\(boundary)".utf8)
  }

  /// - Throws: `VALIDATION_FAILED`; the parser is then of no more use.
  package mutating func feed(_ bytes: [UInt8]) throws(ServiceError) -> [Event] {
    buffer += bytes
    var events: [Event] = []
    while try step(&events) {}
    return events
  }

  /// - Throws: `VALIDATION_FAILED` unless the closing delimiter has come.
  package func finish() throws(ServiceError) {
    guard state == .end else { throw Self.malformed("ends before its closing boundary") }
  }

  static func malformed(_ problem: String) -> ServiceError {
    ServiceError(.validationFailed, "The multipart/form-data body \(problem).")
  }

  /// - Returns: whether there may be more in the buffer.
  private mutating func step(_ events: inout [Event]) throws(ServiceError) -> Bool {
    switch state {
    case .start: try start()
    case .delimiter: try afterDelimiter()
    case .headers: try headers(&events)
    case .body: body(&events)
    case .end: drop()
    }
  }

  private mutating func start() throws(ServiceError) -> Bool {
    guard buffer.elementsEqual(delimiter.prefix(buffer.count)) || buffer.starts(with: delimiter) else {
      throw Self.malformed("does not begin with its boundary")
    }
    guard buffer.count >= delimiter.count else { return false }
    buffer.removeFirst(delimiter.count)
    state = .delimiter
    return true
  }

  private mutating func afterDelimiter() throws(ServiceError) -> Bool {
    guard buffer.count >= 2 else { return false }
    if buffer.starts(with: Self.lineBreak) {
      partCount += 1
      guard partCount <= Self.mostParts else { throw Self.malformed("has too many parts") }
      state = .headers
    } else if buffer.starts(with: "--".utf8) {
      state = .end
    } else {
      throw Self.malformed("has a damaged boundary")
    }
    buffer.removeFirst(2)
    return true
  }

  private mutating func headers(_ events: inout [Event]) throws(ServiceError) -> Bool {
    guard let end = ByteSearch.first(Self.lineBreak + Self.lineBreak, in: buffer) else {
      guard buffer.count <= Self.headerBytes else { throw Self.malformed("has too large a part header") }
      return false
    }
    guard end <= Self.headerBytes, let header = PartHeader(lines: buffer[..<end]) else {
      throw Self.malformed("has a part without a valid Content-Disposition")
    }
    // The last line break stays: it is also the beginning of the delimiter after a part without content.
    buffer.removeFirst(end + 2)
    breakBytes = 2
    events.append(.part(header))
    state = .body
    return true
  }

  private mutating func body(_ events: inout [Event]) -> Bool {
    let found = ByteSearch.first(delimiter, in: buffer)
    let end = found ?? max(0, buffer.count - delimiter.count + 1)
    emit(upTo: end, &events)
    guard found != nil else { return false }
    breakBytes = 0
    buffer.removeFirst(delimiter.count)
    events.append(.partEnd)
    state = .delimiter
    return true
  }

  private mutating func emit(upTo end: Int, _ events: inout [Event]) {
    let skipped = min(breakBytes, end)
    breakBytes -= skipped
    if end > skipped { events.append(.data(Array(buffer[skipped..<end]))) }
    buffer.removeFirst(end)
  }

  private mutating func drop() -> Bool {
    buffer = []
    return false
  }
}
