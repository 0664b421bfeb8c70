import AudioCodecs
import ChildProcesses
import Foundation

/// Decodes an upload in a sandboxed child, streaming.
struct UploadDecoder {
  let ffmpeg: String
  let sandbox: Sandbox
  let limits: IngestLimits

  /// Hands over the samples as they come: mono, 44.1 kHz, full scale ±1.
  ///
  /// - Throws: `unreadable` when the decoder fails, crashes or exceeds a limit; `unsupported`; `tooLong`.
  func decode(
    _ input: String, workDirectory: String, into body: ([Float]) throws(IngestError) -> Void
  ) async throws(IngestError) {
    let child = try start(input, container: try Self.container(of: input), workDirectory: workDirectory)
    let longest = Int(limits.duration.upperBound * Double(NoteFormat.sampleRate))
    var stream = FloatStream()
    var count = 0
    while let bytes = await child.read() {
      let samples = stream.decode(bytes)
      count += samples.count
      if count > longest { throw .tooLong }
      try body(samples)
    }
    let exit = await child.exit()
    guard exit.isSuccess, count > 0 else { throw .unreadable }
  }

  static func container(of path: String) throws(IngestError) -> AudioContainer {
    guard let file = FileHandle(forReadingAtPath: path) else { throw .unavailable("the upload cannot be opened") }
    defer { try? file.close() }
    let start = (try? file.read(upToCount: AudioContainer.startLength)) ?? nil
    guard let container = AudioContainer(start: [UInt8](start ?? Data())) else { throw .unsupported }
    return container
  }

  private func start(
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
