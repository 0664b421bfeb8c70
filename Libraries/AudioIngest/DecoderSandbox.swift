import ChildProcesses

/// The decoder's sandbox, probed once per process: what the system permits does not change while we run.
actor DecoderSandbox {
  static let shared = DecoderSandbox()

  private var probes: [String: Task<Sandbox, any Error>] = [:]

  /// - Throws: `unavailable` where nothing bounds a child.
  func sandbox(for ffmpeg: String) async throws(IngestError) -> Sandbox {
    let probe =
      probes[ffmpeg] ?? Task { try await Sandbox.probe(DecoderCommand.limits, trial: [ffmpeg, "-version"]) }
    probes[ffmpeg] = probe
    do {
      return try await probe.value
    } catch {
      throw .unavailable("\(error)")
    }
  }
}
