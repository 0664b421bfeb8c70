import Capabilities
import TextProviders

/// Notes put together from ready sentences, offline: the writer that always answers.
///
/// A person never gets the line of the time before. The value is put in as it stands, once.
package struct TemplateWriter: TextWriter {
  package let source = "template"
  private let library: FrameLibrary
  private let accepts: @Sendable (String, TextSubject) -> Bool
  private let randomness: Randomness
  private let recent: RecentLines

  /// - Parameter accepts: the check that every text must pass: length, topic, a value that the frame itself contains.
  package init(
    library: FrameLibrary, accepts: @escaping @Sendable (String, TextSubject) -> Bool,
    randomness: Randomness = .system, recent: RecentLines = RecentLines()
  ) {
    self.library = library
    self.accepts = accepts
    self.randomness = randomness
    self.recent = recent
  }

  /// - Throws: ``TextError`` `invalidRequest` for a language without frames, `refused` when none of them is accepted.
  package func write(_ request: TextRequest) async throws(TextError) -> WrittenText {
    let subject = request.subject
    guard let set = library[subject.language] else { throw TextError(.invalidRequest, "no frames for the language") }
    guard let line = line(from: set, for: subject) else { throw TextError(.refused, "no frame fits") }
    recent.remember(line, for: subject.userKey)
    return WrittenText(text: line.text, model: source)
  }

  private func line(from set: FrameSet, for subject: TextSubject) -> RecentLines.Line? {
    let last = recent.last(of: subject.userKey)
    var generator = SplitMix(seededFrom: randomness)
    let frames = set.frames(for: subject.routine).shuffled(using: &generator)
    let tails = [""] + set.tails.shuffled(using: &generator).map { " " + $0 }
    for frame in frames.filter({ $0 != last?.frame }) + frames.filter({ $0 == last?.frame }) {
      let texts = tails.lazy.map { frame.replacing(FrameSet.placeholder, with: subject.value) + $0 }
      if let text = texts.first(where: { $0 != last?.text && accepts($0, subject) }) {
        return RecentLines.Line(frame: frame, text: text)
      }
    }
    return nil
  }
}

/// SplitMix64 from one random seed: the order of sentences is no secret, and one seed costs one system call.
private struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seededFrom randomness: Randomness) {
    state = randomness.bytes(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
