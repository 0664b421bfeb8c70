/// Peaks of a recording's equally long stretches, 255 for full scale.
package struct Waveform: Sendable, Equatable {
  /// As many are kept; an answer may have fewer.
  package static let keptLevels = 500

  package let levels: [UInt8]

  package init(levels: [UInt8]) {
    self.levels = levels
  }

  /// Peaks of `count` stretches at most, 0…1.
  package func reduced(to count: Int) -> [Double] {
    Self.peaks(of: levels, stretches: count).map { (Double($0) / 255 * 1000).rounded() / 1000 }
  }

  /// The greatest of each of `stretches` equally long parts; all of them where there are no more.
  static func peaks<Level: Comparable>(of levels: [Level], stretches: Int) -> [Level] {
    guard levels.count > stretches else { return levels }
    return (0..<stretches).compactMap { index in
      levels[index * levels.count / stretches..<(index + 1) * levels.count / stretches].max()
    }
  }
}
