import AudioCodecs
import ChildProcesses
import Foundation

/// Makes samples out of what people upload.
///
/// Decoding happens in a sandboxed child; memory does not grow with the upload. Takes about a second of
/// processor time for a minute of speech, on threads of its own.
package struct SampleNormalizer: Sendable {
  private let decoder: UploadDecoder
  private let limits: IngestLimits

  /// How far the decoder is confined, for the operator's eyes.
  package var confinement: Sandbox.Confinement { decoder.sandbox.confinement }

  /// - Parameter decoderProgram: ffmpeg, by name or path.
  /// - Throws: `unavailable` where the decoder, or the means to bound it, is not installed.
  package init(limits: IngestLimits = IngestLimits(), decoderProgram: String = "ffmpeg") async throws(IngestError) {
    guard let ffmpeg = ProgramPath.find(decoderProgram) else {
      throw .unavailable("\(decoderProgram) is not installed")
    }
    let sandbox = try await DecoderSandbox.shared.sandbox(for: ffmpeg)
    decoder = UploadDecoder(ffmpeg: ffmpeg, sandbox: sandbox, limits: limits)
    self.limits = limits
  }

  /// Decodes, checks, trims, levels and encodes an upload.
  ///
  /// - Parameters:
  ///   - input: path of the upload, which stays as it is. Its first bytes decide what it is.
  ///   - workDirectory: where the result goes; nothing else stays there, and nothing at all after an error.
  package func normalize(_ input: String, workDirectory: String) async throws(IngestError) -> NormalizedSample {
    try await withTaskExecutorPreference(BlockingExecutor.shared) { () throws(IngestError) in
      try await normalizeHere(input, workDirectory: workDirectory)
    }
  }

  private func normalizeHere(_ input: String, workDirectory: String) async throws(IngestError) -> NormalizedSample {
    let container = try UploadDecoder.container(of: input)
    let recording = try await decode(input, workDirectory: workDirectory)
    let leveller = SampleLeveller(recording: recording, limits: limits)
    let pcm = try leveller.levelPCM()
    let path = "\(workDirectory)/sample-\(UUID().uuidString.lowercased()).mp3"
    let profile = limits.requiresSpeech ? try recording.voiceProfile() : nil
    let loudness = try encode(leveller, pcm.levelling, to: path)
    return NormalizedSample(
      path: path, byteCount: Self.size(of: path), hash: pcm.hash, pcmSampleCount: pcm.sampleCount,
      durationSeconds: seconds(recording.file.count),
      trimmedSeconds: seconds(recording.file.count - pcm.sampleCount), loudnessLUFS: loudness.integrated,
      truePeakDBTP: loudness.truePeak, profile: profile, container: container)
  }

  private func decode(_ input: String, workDirectory: String) async throws(IngestError) -> EditedRecording {
    let file = try SampleFile(directory: workDirectory)
    var analyzer = RecordingAnalyzer()
    try await decoder.decode(input, workDirectory: workDirectory) { samples throws(IngestError) in
      analyzer.add(samples)
      try file.append(samples)
    }
    let check = RecordingCheck(limits: limits)
    try check.check(analyzer, sampleCount: file.count)
    let plan = SilencePlan(levels: analyzer.levels, pauseSeconds: limits.pauseSeconds)
    try check.check(plan)
    return EditedRecording(file: file, plan: plan)
  }

  private func encode(_ leveller: SampleLeveller, _ start: Levelling, to path: String) throws(IngestError) -> Loudness {
    do throws(IngestError) {
      return try leveller.encode(start, to: path)
    } catch {
      try? FileManager.default.removeItem(atPath: path)
      throw error
    }
  }

  private func seconds(_ sampleCount: Int) -> Double { Double(sampleCount) / Double(NoteFormat.sampleRate) }

  private static func size(of path: String) -> Int {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return (attributes?[.size] as? Int) ?? 0
  }
}
