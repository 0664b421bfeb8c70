import Foundation

/// An upload that is read here and there.
struct RecordingFile {
  private let handle: FileHandle
  let byteCount: Int

  init(path: String) throws(IngestError) {
    guard let handle = FileHandle(forReadingAtPath: path), let end = try? handle.seekToEnd() else {
      throw .unavailable("the upload cannot be opened")
    }
    self.handle = handle
    byteCount = Int(end)
  }

  /// - Throws: `unreadable` where the file ends before the range does.
  func bytes(in range: Range<Int>) throws(IngestError) -> [UInt8] {
    guard range.upperBound <= byteCount else { throw .unreadable }
    if range.isEmpty { return [] }
    do {
      try handle.seek(toOffset: UInt64(range.lowerBound))
      return [UInt8](try handle.read(upToCount: range.count) ?? Data())
    } catch {
      throw .unavailable("the upload cannot be read")
    }
  }

  func copy(_ range: Range<Int>, to output: FileHandle) throws(IngestError) {
    for start in stride(from: range.lowerBound, to: range.upperBound, by: 65_536) {
      let part = try bytes(in: start..<min(start + 65_536, range.upperBound))
      guard (try? output.write(contentsOf: part)) != nil else { throw .unavailable("a temporary file") }
    }
  }
}
