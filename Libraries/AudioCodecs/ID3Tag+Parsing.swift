extension ID3Tag {
  /// The frames of a tag as it stands in a file, empty if they cannot be read.
  ///
  /// Reads versions 2.3 and 2.4 without unsynchronisation, extended header, compression and encryption, which
  /// no encoder in use writes.
  package init(parsing bytes: [UInt8]) {
    self.init()
    guard bytes.count > 10, bytes.starts(with: "ID3".utf8), bytes[3] == 3 || bytes[3] == 4, bytes[5] == 0 else {
      return
    }
    let bitsPerByte = bytes[3] == 4 ? 7 : 8
    var rest = bytes.dropFirst(10)
    while let frame = Self.takeFrame(from: &rest, bitsPerByte: bitsPerByte) { frames.append(frame) }
  }

  /// The frames that say where the audio came from: named texts, private data and attached objects, which is
  /// where providers put their marks and content credentials.
  package var provenanceFrames: [Frame] {
    frames.filter { ["TXXX", "PRIV", "GEOB"].contains($0.id) }
  }

  private static func takeFrame(from rest: inout ArraySlice<UInt8>, bitsPerByte: Int) -> Frame? {
    guard rest.count > 10, rest.first != 0 else { return nil }
    let header = Array(rest.prefix(10))
    let size = header[4..<8].reduce(0) { $0 << bitsPerByte | Int($1) }
    guard header[9] == 0, size <= rest.count - 10, let id = String(validating: header[..<4], as: UTF8.self) else {
      return nil
    }
    defer { rest = rest.dropFirst(10 + size) }
    return Frame(id: id, body: Array(rest.dropFirst(10).prefix(size)))
  }
}
