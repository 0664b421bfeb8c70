import AudioIngest
import ChildProcesses
import Schemas
import VoiceCore

/// Makes samples of uploads, a few at once; says so where no decoder is installed.
struct SampleDecoder: Sendable {
  private let normalizer: Result<SampleNormalizer, IngestError>
  private let folder: WorkFolder
  private let limits: IngestLimits
  private let gate = WorkGate(atOnce: 4, mostWaiting: 16)

  init(folder: WorkFolder, limits: IngestLimits = IngestLimits()) async {
    self.folder = folder
    self.limits = limits
    do throws(IngestError) {
      normalizer = .success(try await SampleNormalizer(limits: limits))
    } catch {
      normalizer = .failure(error)
    }
  }

  /// `nil` when uploads can be decoded.
  var problem: String? {
    if case .failure(let error) = normalizer { "\(error)" } else { nil }
  }

  /// How far the decoder is confined; `nil` where there is none.
  var confinement: Sandbox.Confinement? { try? normalizer.get().confinement }

  /// - Returns: the sample, whose file belongs to the caller.
  /// - Throws: `AUDIO_…`, `UNSUPPORTED_AUDIO`, `OVERLOADED`, `DEPENDENCY_UNAVAILABLE`.
  func sample(from path: String) async throws -> NormalizedSample {
    do {
      let normalizer = try normalizer.get()
      return try await gate.run { try await normalizer.normalize(path, workDirectory: folder.path) }
    } catch let error as IngestError {
      throw ServiceError(error, limits)
    }
  }
}
