import Foundation

/// Raises or lowers a voice without changing its length or its vowels (pitch-synchronous overlap-add).
package enum PitchShifter {
  /// - Parameters:
  ///   - samples: mono at ``VoiceRate``; best a whole phrase between two pauses.
  ///   - ratio: new pitch ÷ old pitch.
  /// - Returns: as many samples.
  package static func shift(_ samples: [Float], by ratio: Double) -> [Float] {
    let marks = PitchMarks(samples).marks
    var output = [Float](repeating: 0, count: samples.count)
    var weights = output
    var place = Double(marks.first?.position ?? 0)
    var index = 0
    while place < Double(samples.count), !marks.isEmpty {
      while index + 1 < marks.count, isNearer(marks[index + 1], than: marks[index], to: place) { index += 1 }
      add(samples, marks[index], at: Int(place), &output, &weights)
      place += Double(marks[index].period) / (marks[index].isVoiced ? ratio : 1)
    }
    return zip(output, weights).map { $0 / max($1, 1) }
  }

  private static func isNearer(_ mark: PitchMarks.Mark, than other: PitchMarks.Mark, to place: Double) -> Bool {
    abs(Double(mark.position) - place) <= abs(Double(other.position) - place)
  }

  /// Two periods around the mark, faded in and out.
  private static func add(
    _ samples: [Float], _ mark: PitchMarks.Mark, at place: Int, _ output: inout [Float], _ weights: inout [Float]
  ) {
    for offset in -mark.period...mark.period {
      let (source, target) = (mark.position + offset, place + offset)
      guard samples.indices.contains(source), output.indices.contains(target) else { continue }
      let weight = Float(0.5 + 0.5 * cos(Double.pi * Double(offset) / Double(mark.period)))
      output[target] += samples[source] * weight
      weights[target] += weight
    }
  }
}
