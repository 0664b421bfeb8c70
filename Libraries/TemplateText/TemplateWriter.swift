import Capabilities
import TextProviders

/// Notes put together from ready sentences, offline: the writer that always answers.
///
/// A person never gets the line of the time before. The value is put in as it stands, once.
package struct TemplateWriter: TextWriter {
  package typealias Acceptor = @Sendable (TextSubject) -> @Sendable (String) -> Bool

  package let source = "template"
  private let library: FrameLibrary
  private let accepts: Acceptor
  private let randomness: Randomness
  private let memory: any LineMemory

  /// - Parameter accepts: the check that every text must pass: length, topic, a value that the frame itself contains.
  package init(
    library: FrameLibrary, accepts: @escaping Acceptor, randomness: Randomness = .system,
    memory: any LineMemory = RecentLines()
  ) {
    self.library = library
    self.accepts = accepts
    self.randomness = randomness
    self.memory = memory
  }

  /// - Throws: ``TextError`` `invalidRequest` for a language without frames, `refused` when none of them is accepted.
  package func write(_ request: TextRequest) async throws(TextError) -> WrittenText {
    let subject = request.subject
    guard let set = library[subject.language] else { throw TextError(.invalidRequest, "no frames for the language") }
    let draw = LineDraw(set, subject, accepts: accepts(subject), seed: randomness)
    guard let line = await memory.choose(among: draw.lines(), for: subject.userKey) else {
      throw TextError(.refused, "no frame fits")
    }
    return WrittenText(text: draw.text(of: line), model: source)
  }
}
