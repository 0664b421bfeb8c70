extension ID3Tag {
  /// The frames of a tag as it stands at the beginning of `bytes`, empty if they cannot be read.
  ///
  /// Reads versions 2.2 to 2.4, also unsynchronised; named texts and attached objects of 2.2 have their later names.
  /// What has an extended header, is compressed or encrypted is not read: no encoder in use writes that.
  package init(parsing bytes: [UInt8]) {
    frames = ID3TagReader(header: Array(bytes.prefix(10)))?.frames(in: bytes.dropFirst(10)) ?? []
  }

  /// The frames that say where the audio came from: named texts, private data and attached objects, which is
  /// where providers put their marks and content credentials.
  package var provenanceFrames: [Frame] {
    frames.filter { ["TXXX", "PRIV", "GEOB"].contains($0.id) }
  }
}
