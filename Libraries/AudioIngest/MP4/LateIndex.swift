import Foundation

/// An MP4 whose index stands behind its sound, as phones write it: a pipe cannot go back to the sound.
struct LateIndex {
  /// The index of a minute of sound has 20 to 60 kB.
  private static let longestIndex = 4 << 20
  private static let mostBoxes = 10_000

  private let file: RecordingFile
  private let sound: MP4Box
  private let index: MP4Box

  /// `nil` where there is nothing to put right.
  init?(_ file: RecordingFile) throws(IngestError) {
    var sound: MP4Box?
    var start = 0
    for _ in 0..<Self.mostBoxes where start < file.byteCount {
      let header = try file.bytes(in: start..<min(start + MP4Box.headerBytes, file.byteCount))
      guard let box = MP4Box(header: header[...], start: start, limit: file.byteCount) else { return nil }
      if box.type == "mdat", sound == nil { sound = box }
      if box.type == "moov" {
        guard let sound, box.end - box.start <= Self.longestIndex else { return nil }
        (self.file, self.sound, index) = (file, sound, box)
        return
      }
      start = box.end
    }
    return nil
  }

  /// Writes the file with its index in front of the sound.
  func write(to path: String) throws(IngestError) {
    guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
      let output = FileHandle(forWritingAtPath: path)
    else { throw .unavailable("a temporary file cannot be made") }
    defer { try? output.close() }
    var offsets = ChunkOffsets(index: try file.bytes(in: index.start..<index.end))
    offsets.correct(sound.start..<index.start, by: offsets.index.count)
    try file.copy(0..<sound.start, to: output)
    guard (try? output.write(contentsOf: offsets.index)) != nil else { throw .unavailable("a temporary file") }
    try file.copy(sound.start..<index.start, to: output)
    try file.copy(index.end..<file.byteCount, to: output)
  }
}
