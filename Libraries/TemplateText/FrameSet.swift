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
  /// Second sentences that fit after every frame and bring short notes to their length.
  package let tails: [String]

  /// - Parameter json: one file of `Frames/`.
  /// - Throws: ``FrameError``, also for a frame without exactly one place for the value.
  package init(json: Data) throws(FrameError) {
    do {
      let file = try JSONDecoder().decode(File.self, from: json)
      (language, frames, routineFrames, tails) = (file.language, file.frames, file.routine_frames, file.tails)
    } catch {
      throw FrameError(problem: "\(error)")
    }
    let placeholders = (frames + routineFrames.values.joined()).map { $0.components(separatedBy: Self.placeholder) }
    if frames.isEmpty || placeholders.contains(where: { $0.count != 2 }) {
      throw FrameError(problem: "\(language): every frame needs \(Self.placeholder) once")
    }
  }

  package func frames(for routine: String) -> [String] {
    frames + routineFrames[routine, default: []]
  }

  private struct File: Decodable {
    var language: String
    var frames: [String]
    var routine_frames: [String: [String]]
    var tails: [String]
  }
}

/// Why the frames of a language cannot be used.
package struct FrameError: Error, Sendable, Equatable {
  package var problem: String
}
