internal import CStemmer
internal import Synchronization

/// Reduces words to their stems with the Snowball algorithm of one language.
///
/// May be shared by any number of tasks: the C handle sits behind a lock that is held for one word.
package final class Stemmer: Sendable {
  private let handle: Mutex<Handle>

  /// - Parameter algorithm: Snowball's English name of the language, for example `spanish`.
  /// - Throws: ``StemmingError`` `unknownAlgorithm`.
  package init(algorithm: String) throws(StemmingError) {
    guard let pointer = sb_stemmer_new(algorithm, "UTF_8") else {
      throw StemmingError(.unknownAlgorithm, algorithm)
    }
    handle = Mutex(Handle(pointer: pointer))
  }

  /// The stem of one lower-case NFC word, without diacritics and ligatures: `corazones` and `corazon` have one stem.
  package func stem(_ word: String) -> String {
    let bytes = Array(word.utf8)
    return handle.withLock { $0.stem(bytes) }.withoutMarks
  }

  /// The part of the word that its stem stands for, as it is spelled: `erzähl`, in which `zahl` is no part.
  func trunk(_ word: String) -> String {
    String(word.prefix(stem(word).count))
  }

  /// The words of a text with their stems in place of their spelling.
  package func stems(of text: String) -> [Word] {
    Word.all(in: text).map { Word(text: stem($0.text), range: $0.range) }
  }
}

/// Owns one `sb_stemmer`, whose answer is valid only until the next call.
private struct Handle: ~Copyable {
  let pointer: OpaquePointer

  func stem(_ bytes: [UInt8]) -> String {
    guard let stem = sb_stemmer_stem(pointer, bytes, Int32(bytes.count)) else {
      return String(decoding: bytes, as: UTF8.self)
    }
    let length = Int(sb_stemmer_length(pointer))
    return String(decoding: UnsafeBufferPointer(start: stem, count: length), as: UTF8.self)
  }

  deinit { sb_stemmer_delete(pointer) }
}
