import AudioCodecs

/// Follows what the decoder says while it works: a line for every stretch of sound, and its complaints in between.
///
/// Decoders conceal a hole and go on. A complaint with sound on both sides of it is such a hole; one behind the sound
/// is a recording that was cut off, or a tag, and does no harm.
struct DecoderJournal {
  /// A cut end leaves up to four complaints, an index that points beside the sound one for every packet.
  private static let mostComplaints = 12
  /// In samples: what may still come of sound that lies before a complaint, and how much begins every recording.
  private static let margin = NoteFormat.sampleRate / 2
  private static let longestLine = 128

  private var line: [UInt8] = []
  private var sampleCount = 0
  private var complaintCount = 0
  /// Where the first complaint stands that has sound before it.
  private var hole: Int?

  /// Whether sound is missing between what was decoded.
  var isDamaged: Bool {
    complaintCount > Self.mostComplaints || hole.map { sampleCount - $0 >= Self.margin } ?? false
  }

  /// - Parameter bytes: lines cut anywhere: the format `framecrc`, mixed with the log.
  mutating func add(_ bytes: [UInt8]) {
    for byte in bytes {
      if byte == UInt8(ascii: "\n") {
        endLine()
      } else if line.count < Self.longestLine {
        line.append(byte)
      }
    }
  }

  private mutating func endLine() {
    defer { line.removeAll(keepingCapacity: true) }
    if line.isEmpty || line[0] == UInt8(ascii: "#") { return }
    if let duration = soundDuration { sampleCount += duration } else { complain() }
  }

  private mutating func complain() {
    complaintCount += 1
    if hole == nil, sampleCount >= Self.margin { hole = sampleCount }
  }

  /// `stream, dts, pts, duration, size, checksum`; the stream is always the first.
  private var soundDuration: Int? {
    guard line.starts(with: "0,".utf8) else { return nil }
    let fields = String(decoding: line, as: Unicode.ASCII.self).split(separator: ",")
    return fields.count >= 6 ? Int(fields[3].drop { $0 == " " }) : nil
  }
}
