/// Where the periods of a voice lie, and evenly spaced places between them where it is voiceless.
struct PitchMarks {
  struct Mark: Equatable {
    var position: Int
    /// Samples to the next mark, as the sound has it.
    var period: Int
    var isVoiced: Bool
  }

  /// Spacing of voiceless marks, and of the measurements of the pitch (10 ms).
  private static let hop = VoiceRate.hertz / 100

  let marks: [Mark]

  /// - Parameter samples: mono at ``VoiceRate``.
  init(_ samples: [Float]) {
    let periods = Self.periods(samples)
    var marks: [Mark] = []
    var position = 0
    while position < samples.count {
      let period = periods[min(position / Self.hop, periods.count - 1)]
      let place = period.map { Self.place(samples, near: position, period: $0, after: marks.last) }
      let mark = Mark(position: place ?? position, period: period ?? Self.hop, isVoiced: period != nil)
      marks.append(mark)
      position = mark.position + mark.period
    }
    self.marks = marks
  }

  /// In samples, per hop; `nil` where voiceless.
  private static func periods(_ samples: [Float]) -> [Int?] {
    let margin = [Float](repeating: 0, count: PitchTracker.span / 2)
    let padded = margin + samples + margin
    let tracker = PitchTracker()
    return padded.withUnsafeBufferPointer { padded in
      stride(from: 0, through: samples.count, by: hop).map { start in
        padded.baseAddress.flatMap { tracker.pitch($0 + start) }.map { Int((Double(VoiceRate.hertz) / $0).rounded()) }
      }
    }
  }

  /// Where the next period looks most like the last one; a first period is put at its highest sample.
  private static func place(_ samples: [Float], near position: Int, period: Int, after last: Mark?) -> Int {
    guard let last, last.isVoiced else {
      let inside = (position..<position + period).clamped(to: 0..<samples.count)
      return inside.max { abs(samples[$0]) < abs(samples[$1]) } ?? position
    }
    let half = period / 2
    let candidates = position - period / 5...position + period / 5
    guard last.position >= half, candidates.upperBound + half <= samples.count else { return position }
    return samples.withUnsafeBufferPointer { samples in
      guard let start = samples.baseAddress else { return position }
      let old = start + last.position - half
      let likeness = candidates.map { DotProduct.of(old, start + $0 - half, count: 2 * half) }
      return candidates.lowerBound + (likeness.indices.max { likeness[$0] < likeness[$1] } ?? 0)
    }
  }
}
