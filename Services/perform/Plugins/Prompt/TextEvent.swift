import TextProviders

/// What happened while a text was sought, for logs and counters. Never holds a value, a topic or a text.
package enum TextEvent: Sendable, Equatable {
  /// `length` in code points of the message.
  case promptBuilt(source: String, routine: String, language: String, attempt: Int, length: Int)
  /// A draft came; it is not checked yet. `length` in code points.
  case generated(source: String, model: String, attempt: Int, length: Int, elapsed: Duration)
  case rejected(source: String, attempt: Int, violations: [TextViolation.Kind])
  case failed(source: String, attempt: Int, error: TextError.Code)
  case accepted(source: String, attempts: Int)
  /// The writer is given up for this note; the next one in order takes over.
  case fellBack(from: String, error: TextError.Code)

  /// The name in the log: `gemini_prompt_built`, `gemini_text_generated`, `gemini_text_rejected`, …
  package var name: String {
    switch self {
    case .promptBuilt(let source, _, _, _, _): "\(source)_prompt_built"
    case .generated(let source, _, _, _, _): "\(source)_text_generated"
    case .rejected(let source, _, _): "\(source)_text_rejected"
    case .failed(let source, _, _): "\(source)_text_failed"
    case .accepted(let source, _): "\(source)_text_accepted"
    case .fellBack(let source, _): "\(source)_text_abandoned"
    }
  }

  /// Whether somebody has to do something about it.
  var isWarning: Bool {
    if case .failed(_, _, let error) = self { error.isOperatorsMatter } else { false }
  }

  /// The structured fields of the log line.
  package var fields: [String: String] {
    switch self {
    case .promptBuilt(_, let routine, let language, let attempt, let length):
      ["routine_type": routine, "language": language, "attempt": "\(attempt)", "prompt_chars": "\(length)"]
    case .generated(_, let model, let attempt, let length, let elapsed):
      ["model": model, "attempt": "\(attempt)", "chars": "\(length)", "elapsed_ms": "\(elapsed.milliseconds)"]
    case .rejected(_, let attempt, let violations):
      ["attempt": "\(attempt)", "violations": violations.map(\.rawValue).joined(separator: ",")]
    case .failed(_, let attempt, let error): ["attempt": "\(attempt)", "error": error.rawValue]
    case .accepted(_, let attempts): ["attempts": "\(attempts)"]
    case .fellBack(_, let error): ["error": error.rawValue]
    }
  }
}

extension Duration {
  fileprivate var milliseconds: Int64 {
    components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
  }
}
