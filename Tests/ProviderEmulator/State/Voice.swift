/// One voice of the account.
package struct Voice: Sendable, Codable, Equatable {
  /// One uploaded file.
  package struct Sample: Sendable, Codable, Equatable {
    package var id: String
    package var fileName: String
    package var mimeType: String
    package var sizeBytes: Int
    package var hash: String
    package var durationSecs: Double
  }

  package var id: String
  package var name: String
  package var category: String
  package var labels: [String: String]
  package var description: String?
  package var samples: [Sample]
  package var removeBackgroundNoise: Bool
  package var requiresVerification: Bool
  package var createdAtUnix: Int
  /// Decides how the voice sounds: the same samples always sound the same.
  package var timbre: UInt64

  /// A voice as if someone had made it; `timbre` follows the id unless given.
  package init(
    id: String? = nil, name: String, category: String = "cloned", labels: [String: String] = [:],
    description: String? = nil, samples: [Sample] = [], removeBackgroundNoise: Bool = false,
    requiresVerification: Bool = false, createdAtUnix: Int, timbre: UInt64? = nil
  ) {
    let id = id ?? RandomID.alphanumeric()
    self.id = id
    self.name = name
    self.category = category
    self.labels = labels
    self.description = description
    self.samples = samples
    self.removeBackgroundNoise = removeBackgroundNoise
    self.requiresVerification = requiresVerification
    self.createdAtUnix = createdAtUnix
    self.timbre = timbre ?? StableHash.of(id)
  }

  /// Premade voices are everybody's and take no slot.
  package var isPremade: Bool { category == "premade" }
}
