import Foundation

/// The sentences of one language, each with one place for the value.
package struct FrameSet: Sendable, Equatable {
  package static let placeholder = "{value}"

  /// English name in lower case, as in the settings.
  package let language: String
  /// Grammatical around any value whatever: the value is heard, read or remembered as it stands.
  package let frames: [String]
  /// By routine: grammatical around that routine's values only.
  package let routineFrames: [String: [String]]
  /// Made of stop words alone, so that no topic can forbid them; stiffer than the others.
  package let lastResort: [String]
  /// Second sentences that fit after every frame and bring short notes to their length.
  package let tails: [String]

  /// - Parameter json: one file of `Frames/`.
  /// - Throws: ``FrameError``, also for a frame without exactly one place for the value.
  package init(json: Data) throws(FrameError) {
    do {
      let file = try JSONDecoder().decode(File.self, from: json)
      (language, frames, routineFrames) = (file.language, file.frames, file.routine_frames)
      (lastResort, tails) = (file.last_resort, file.tails)
    } catch {
      throw FrameError(problem: "\(error)")
    }
    let placeholders = all.map { $0.components(separatedBy: Self.placeholder) }
    if frames.isEmpty || placeholders.contains(where: { $0.count != 2 }) {
      throw FrameError(problem: "\(language): every frame needs \(Self.placeholder) once")
    }
  }

  /// Those of every routine and of the last resort included.
  package var all: [String] {
    frames + routineFrames.sorted { $0.key < $1.key }.flatMap(\.value) + lastResort
  }

  /// Without those of the last resort.
  package func frames(for routine: String) -> [String] {
    frames + routineFrames[routine, default: []]
  }

  private struct File: Decodable {
    var language: String
    var frames: [String]
    var routine_frames: [String: [String]]
    var last_resort: [String]
    var tails: [String]
  }
}

/// Why the frames of a language cannot be used.
package struct FrameError: Error, Sendable, Equatable {
  package var problem: String
}
