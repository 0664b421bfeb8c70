import AudioCodecs

/// Which stretches of a recording are kept: silence at the ends goes, long pauses are shortened.
struct SilencePlan: Equatable {
  /// Samples by which neighbouring stretches overlap, so that the joint is a fade (20 ms).
  static let overlap = NoteFormat.sampleRate / 50

  /// Ascending sample positions, each longer than two overlaps.
  let stretches: [Range<Int>]

  /// - Parameters:
  ///   - levels: dBFS per frame of 20 ms.
  ///   - pauseSeconds: longest pause that stays.
  init(levels: [Double], pauseSeconds: Double) {
    let threshold = LevelStatistics(levels).activeThreshold
    let runs = Self.runs(of: levels.map { $0 > threshold })
    let margin = Int(pauseSeconds * 50 / 2)
    let padded = runs.map { max(0, $0.lowerBound - margin)..<min(levels.count, $0.upperBound + margin) }
    stretches = Self.trimmingEnds(of: Self.merged(padded), around: runs).map {
      $0.lowerBound * RecordingAnalyzer.frameLength..<$0.upperBound * RecordingAnalyzer.frameLength
    }
  }

  /// Length of what is kept.
  var sampleCount: Int {
    stretches.reduce(0) { $0 + $1.count } - Self.overlap * max(0, stretches.count - 1)
  }

  /// Active frames in a row; shorter than 60 ms is a click.
  private static func runs(of active: [Bool]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    for (index, isActive) in (active + [false]).enumerated() {
      if isActive, start == nil { start = index }
      if !isActive, let begun = start {
        if index - begun >= 3 { runs.append(begun..<index) }
        start = nil
      }
    }
    return runs
  }

  private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    ranges.reduce(into: []) { merged, range in
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
  }

  /// Leaves 100 ms before the first sound and 200 ms after the last.
  private static func trimmingEnds(of ranges: [Range<Int>], around runs: [Range<Int>]) -> [Range<Int>] {
    guard let first = runs.first, let last = runs.last, !ranges.isEmpty else { return [] }
    var trimmed = ranges
    trimmed[0] = max(trimmed[0].lowerBound, first.lowerBound - 5)..<trimmed[0].upperBound
    let end = trimmed.count - 1
    trimmed[end] = trimmed[end].lowerBound..<min(trimmed[end].upperBound, last.upperBound + 10)
    return trimmed
  }
}
