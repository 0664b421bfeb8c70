/// Takes an ID3v2 tag off the beginning of a stream while it arrives.
package struct ID3TagStripper {
  /// Tags beyond this many bytes (pictures) are dropped unread, so that a stream cannot fill the memory.
  private static let keptByteLimit = 65_536

  private enum State {
    case undecided([UInt8])
    case inside(remaining: Int, kept: [UInt8])
    case past
  }

  private var state = State.undecided([])

  /// The tag that was taken off; empty where there was none, it could not be read, or it is too large.
  package private(set) var tag = ID3Tag()

  package init() {}

  /// Whether all that comes from now on is audio.
  package var isPastTag: Bool {
    if case .past = state { true } else { false }
  }

  /// The part of `bytes` that belongs behind the tag; bytes held back earlier come first.
  package mutating func strip(_ bytes: [UInt8]) -> [UInt8] {
    switch state {
    case .past: bytes
    case .undecided(let held): decide(held + bytes)
    case .inside(let remaining, let kept): skip(bytes, remaining: remaining, kept: kept)
    }
  }

  /// What is still held back at the end of a stream of less than ten bytes.
  package mutating func finish() -> [UInt8] {
    defer { state = .past }
    if case .undecided(let held) = state { return held }
    return []
  }

  private mutating func decide(_ start: [UInt8]) -> [UInt8] {
    guard start.prefix(3).elementsEqual("ID3".utf8.prefix(start.count)) else {
      state = .past
      return start
    }
    guard start.count >= 10 else {
      state = .undecided(start)
      return []
    }
    let size = start[6..<10].reduce(0) { $0 << 7 | Int($1 & 0x7F) }
    let footer = start[5] & 0x10 == 0 ? 0 : 10
    return skip(start, remaining: 10 + size + footer, kept: [])
  }

  private mutating func skip(_ bytes: [UInt8], remaining: Int, kept: [UInt8]) -> [UInt8] {
    let room = max(0, Self.keptByteLimit - kept.count)
    let known = kept + bytes.prefix(min(remaining, room))
    if bytes.count < remaining {
      state = .inside(remaining: remaining - bytes.count, kept: known)
      return []
    }
    state = .past
    tag = ID3Tag(parsing: known)
    return Array(bytes.dropFirst(remaining))
  }
}
