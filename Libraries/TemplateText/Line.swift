/// A frame with a tail, by their numbers in the files of their language: no words of it.
package struct Line: Sendable, Equatable {
  package var frame: Int
  package var tail: Int

  package init(frame: Int, tail: Int) {
    (self.frame, self.tail) = (frame, tail)
  }

  /// The first line of another frame than the last one; else of another tail; else whatever there is.
  package static func choice(among lines: [Line], after last: Line?) -> Line? {
    guard let last else { return lines.first }
    return lines.first { $0.frame != last.frame } ?? lines.first { $0 != last } ?? lines.first
  }
}

/// Remembers the last line that each person heard.
package protocol LineMemory: Sendable {
  /// One of the lines, if another is there not the person's last one; it is the last one from now on.
  ///
  /// - Parameter lines: in the order of preference; not empty.
  func choose(among lines: [Line], for userKey: String) async -> Line?
}
