import VoiceMatching

/// Cuts speech in the middle of its pauses, so that each phrase can be changed by itself.
struct PhraseSplitter {
  /// Shortest pause to cut in (40 ms), shortest phrase (1 s), and a length at which a phrase is cut anywhere (10 s).
  private static let pause = VoiceRate.hertz / 25
  private static let shortest = VoiceRate.hertz
  private static let longest = 10 * VoiceRate.hertz
  private static let quiet: Float = 0.002

  private var pending: [Float] = []
  private var scanned = 0
  private var quietCount = 0

  /// The phrases that these samples complete.
  mutating func add(_ samples: [Float]) -> [[Float]] {
    pending += samples
    var phrases: [[Float]] = []
    while scanned < pending.count {
      quietCount = abs(pending[scanned]) < Self.quiet ? quietCount + 1 : 0
      scanned += 1
      let isPause = quietCount >= Self.pause && scanned >= Self.shortest
      if isPause || scanned >= Self.longest { phrases.append(cut(at: scanned - quietCount / 2)) }
    }
    return phrases
  }

  /// What is left at the end.
  mutating func finish() -> [Float] {
    cut(at: pending.count)
  }

  private mutating func cut(at end: Int) -> [Float] {
    let phrase = Array(pending[..<end])
    pending.removeFirst(end)
    (scanned, quietCount) = (0, 0)
    return phrase
  }
}
