import AudioCodecs
import ChildProcesses
import SpeechProviders

/// Reads a speaking child's WAV as PCM chunks.
actor EspeakStream {
  private let child: ChildProcess
  private var first: [UInt8]?

  init(child: ChildProcess) {
    self.child = child
  }

  /// Waits for the first audio.
  /// - Returns: samples per second, in Hz.
  func open() async throws(SpeechError) -> Int {
    var start: [UInt8] = []
    while let bytes = await child.read() {
      start += bytes
      guard let header = try parse(start), start.count > header.dataOffset else { continue }
      first = Array(start.dropFirst(header.dataOffset))
      return header.sampleRate
    }
    try checkCancellation()
    throw SpeechError(.malformedAnswer, "the engine ended without audio: \(await child.exit())")
  }

  func next() async throws(SpeechError) -> [UInt8]? {
    if let first {
      self.first = nil
      return first
    }
    if let bytes = await child.read() { return bytes }
    try checkCancellation()
    let exit = await child.exit()
    if exit.isSuccess { return nil }
    throw SpeechError(exit == .timedOut ? .timeout : .cut, "the engine ended: \(exit)", hadNoEffect: false)
  }

  private func parse(_ start: [UInt8]) throws(SpeechError) -> WAVHeader? {
    do throws(AudioCodecError) {
      let header = try WAVHeader.parse(start)
      if let header, header.channels != 1 || header.bitsPerSample != 16 {
        throw AudioCodecError(.unsupported, "not mono 16 bit")
      }
      return header
    } catch {
      throw SpeechError(.malformedAnswer, error.description)
    }
  }

  private func checkCancellation() throws(SpeechError) {
    if Task.isCancelled { throw SpeechError(.cancelled) }
  }
}
