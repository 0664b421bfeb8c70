/// A recording with its silences shortened, read in chunks as often as needed.
struct EditedRecording {
  private static let chunkLength = 65_536

  let file: SampleFile
  let plan: SilencePlan

  /// Hands over the samples in order.
  func forEachChunk(_ body: ([Float]) throws(IngestError) -> Void) throws(IngestError) {
    var tail: [Float] = []
    for (index, stretch) in plan.stretches.enumerated() {
      let isLast = index == plan.stretches.count - 1
      let begin = stretch.lowerBound + tail.count
      let end = stretch.upperBound - (isLast ? 0 : SilencePlan.overlap)
      if !tail.isEmpty { try body(Self.crossfade(tail, try file.samples(in: stretch.lowerBound..<begin))) }
      try forEachChunk(in: begin..<end, body)
      tail = try file.samples(in: end..<stretch.upperBound)
    }
  }

  private func forEachChunk(
    in range: Range<Int>, _ body: ([Float]) throws(IngestError) -> Void
  ) throws(IngestError) {
    for start in stride(from: range.lowerBound, to: range.upperBound, by: Self.chunkLength) {
      try body(try file.samples(in: start..<min(start + Self.chunkLength, range.upperBound)))
    }
  }

  private static func crossfade(_ old: [Float], _ new: [Float]) -> [Float] {
    old.indices.map { index in
      let share = Float(index) / Float(old.count)
      return old[index] * (1 - share) + new[index] * share
    }
  }
}
