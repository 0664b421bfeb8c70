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
    let sign: Float = (samples.max() ?? 0) >= -(samples.min() ?? 0) ? 1 : -1
    var marks: [Mark] = []
    var position = 0
    while position < samples.count {
      let period = periods[min(position / Self.hop, periods.count - 1)]
      let peak = period.map { Self.peak(samples, around: position, period: $0, sign: sign, after: marks.last) }
      let mark = Mark(position: peak ?? position, period: period ?? Self.hop, isVoiced: period != nil)
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

  /// The highest sample near where the next period should begin; a first period is looked for anywhere in its length.
  private static func peak(
    _ samples: [Float], around position: Int, period: Int, sign: Float, after last: Mark?
  ) -> Int {
    let follows = last?.isVoiced ?? false
    let range = follows ? position - period / 5..<position + period / 5 + 1 : position..<position + period
    let inside = range.clamped(to: 0..<samples.count)
    return inside.max { samples[$0] * sign < samples[$1] * sign } ?? position
  }
}
