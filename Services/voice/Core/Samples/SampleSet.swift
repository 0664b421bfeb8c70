/// The samples that make one clone together, newest first; never empty.
package struct SampleSet: Sendable, Equatable {
  /// How many a user may have active. More than a few minutes of speech make an instant clone no better.
  package static let mostSamples = 3

  private static let separator: Character = "+"

  package let newest: Sample
  package let samples: [Sample]

  /// `nil` for no samples.
  package init?(_ samples: [Sample]) {
    guard let newest = samples.first else { return nil }
    self.newest = newest
    self.samples = samples
  }

  /// Names the set by what it holds, in no order: of one sample, its hash. Never logged.
  package var key: String { samples.map(\.hash).sorted().joined(separator: String(Self.separator)) }

  /// The hashes that a ``key`` was made of.
  package static func hashes(in key: String) -> [String] { key.split(separator: separator).map(String.init) }
}
