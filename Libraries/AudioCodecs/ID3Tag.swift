/// An ID3v2.4 tag, for the beginning of an MP3 file.
package struct ID3Tag: Sendable, Equatable {
  /// One frame: four characters and a body.
  package struct Frame: Sendable, Equatable {
    package var id: String
    package var body: [UInt8]

    package init(id: String, body: [UInt8]) {
      self.id = id
      self.body = body
    }
  }

  package var frames: [Frame]

  package init(frames: [Frame]) {
    self.frames = frames
  }

  /// - Parameters:
  ///   - title: shown by players (`TIT2`), none if `nil`.
  ///   - texts: named texts (`TXXX`), written in this order.
  package init(title: String? = nil, texts: [(name: String, value: String)] = []) {
    frames = title.map { [Self.text("TIT2", $0)] } ?? []
    frames += texts.map { Self.text("TXXX", "\($0.name)\0\($0.value)") }
  }

  /// The tag as it stands in a file; nothing when it has no frames.
  package var bytes: [UInt8] {
    if frames.isEmpty { return [] }
    let body = frames.flatMap(\.bytes)
    return Array("ID3".utf8) + [4, 0, 0] + synchsafe(body.count) + body
  }

  private static func text(_ id: String, _ text: String) -> Frame {
    let utf8Mark: UInt8 = 3
    return Frame(id: id, body: [utf8Mark] + Array(text.utf8))
  }
}

extension ID3Tag.Frame {
  fileprivate var bytes: [UInt8] {
    Array(id.utf8) + synchsafe(body.count) + [0, 0] + body
  }
}

/// 28 bits in four bytes whose highest bit is clear.
private func synchsafe(_ value: Int) -> [UInt8] {
  [21, 14, 7, 0].map { UInt8(value >> $0 & 0x7F) }
}
