import AudioCodecs
import ChildProcesses
import Foundation
import Glibc

/// Decodes an upload in a sandboxed child, streaming.
struct UploadDecoder {
  let ffmpeg: String
  let sandbox: Sandbox
  let limits: IngestLimits

  /// Hands over the samples as they come: mono, 44.1 kHz, full scale ±1.
  ///
  /// - Throws: `unreadable` when the decoder fails, crashes, exceeds a limit or has met a hole; `unsupported`; `tooLong`.
  func decode(
    _ input: String, workDirectory: String, into body: ([Float]) throws(IngestError) -> Void
  ) async throws(IngestError) {
    let child = try start(input, container: try Self.container(of: input), workDirectory: workDirectory)
    async let isDamaged = Self.isDamaged(child)
    let longest = Int(limits.accepted.upperBound * Double(NoteFormat.sampleRate))
    var stream = FloatStream()
    var count = 0
    while let bytes = await child.read() {
      let samples = stream.decode(bytes)
      count += samples.count
      if count > longest { throw .tooLong }
      try body(samples)
    }
    guard await child.exit().isSuccess, count > 0, await !isDamaged else { throw .unreadable }
  }

  private static func isDamaged(_ child: ChildProcess) async -> Bool {
    var journal = DecoderJournal()
    while let bytes = await child.readMessages() { journal.add(bytes) }
    return journal.isDamaged
  }

  static func container(of path: String) throws(IngestError) -> AudioContainer {
    let file = try RecordingFile(path: path)
    let start = try file.bytes(in: 0..<min(AudioContainer.startLength, file.byteCount))
    guard let container = AudioContainer(start: start) else { throw .unsupported }
    return try container == .mp3 ? behindTags(file, start) : container
  }

  /// Players tag raw AAC as they tag MP3: what stands behind the tag decides.
  private static func behindTags(_ file: RecordingFile, _ start: [UInt8]) throws(IngestError) -> AudioContainer {
    guard let length = ID3Tag.length(start), length < file.byteCount else { return .mp3 }
    let next = try file.bytes(in: length..<min(length + AudioContainer.startLength, file.byteCount))
    return AudioContainer(start: next) == .adts ? .adts : .mp3
  }

  private func start(
    _ input: String, container: AudioContainer, workDirectory: String
  ) throws(IngestError) -> ChildProcess {
    guard container == .mp4, let late = try LateIndex(RecordingFile(path: input)) else {
      return try run(input, container: container, workDirectory: workDirectory)
    }
    let reordered = "\(workDirectory)/reordered-\(UUID().uuidString.lowercased())"
    defer { unlink(reordered) }
    try late.write(to: reordered)
    return try run(reordered, container: container, workDirectory: workDirectory)
  }

  private func run(
    _ input: String, container: AudioContainer, workDirectory: String
  ) throws(IngestError) -> ChildProcess {
    let command = DecoderCommand(ffmpeg: ffmpeg, container: container).command(
      input: input, workDirectory: workDirectory, longest: limits.duration.upperBound + 1,
      timeLimit: limits.decodingTime)
    do {
      return try ChildProcess(sandbox.wrap(command))
    } catch {
      throw .unavailable(error.description)
    }
  }
}
