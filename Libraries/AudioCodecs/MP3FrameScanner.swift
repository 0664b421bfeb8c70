/// Finds the duration of an MP3 stream by its frame headers, without decoding, while it arrives.
package struct MP3FrameScanner {
  private var tag = ID3TagStripper()
  private var pending: [UInt8] = []
  private var sampleCount = 0

  /// Whole frames of audio; an encoder's info frame is not counted.
  package private(set) var frameCount = 0
  /// Whether any frame so far has coded samples; digital silence has none.
  package private(set) var hasSound = false
  /// Samples per second of the first frame.
  package private(set) var sampleRate: Int?

  package init() {}

  /// - Parameter bytes: the next part of the stream, of any size.
  package mutating func scan(_ bytes: [UInt8]) {
    pending += tag.strip(bytes)
    var offset = 0
    while let next = frame(at: offset) { offset = next }
    pending.removeFirst(offset)
  }

  package var durationSeconds: Double {
    sampleRate.map { Double(sampleCount) / Double($0) } ?? 0
  }

  /// Whether the stream so far has audio and does not stop inside a frame. (What is held back begins with a
  /// frame's first byte, or is no frame at all.)
  package var endsWithWholeFrame: Bool {
    frameCount > 0 && pending.first != 0xFF
  }

  /// Takes the frame, or one byte of something else.
  /// - Returns: where to look next, `nil` when more bytes are needed.
  private mutating func frame(at offset: Int) -> Int? {
    if pending.count - offset < 4 { return nil }
    guard let header = MP3FrameHeader(pending[offset...]) else { return offset + 1 }
    let end = offset + header.byteCount
    if end > pending.count { return nil }
    let frame = pending[offset..<end]
    if !isInfoFrame(frame) {
      count(header)
      hasSound = hasSound || MP3SideInformation(of: frame, header).hasSound
    }
    return end
  }

  private mutating func count(_ header: MP3FrameHeader) {
    sampleRate = sampleRate ?? header.sampleRate
    frameCount += 1
    sampleCount += header.sampleCount
  }

  private func isInfoFrame(_ frame: ArraySlice<UInt8>) -> Bool {
    guard frameCount == 0 else { return false }
    let marks = [13, 21, 36].map { frame.dropFirst($0).prefix(4) }
    return marks.contains {
      $0.elementsEqual("Xing".utf8) || $0.elementsEqual("Info".utf8) || $0.elementsEqual("VBRI".utf8)
    }
  }
}
