import Schemas
import SpeechProviders
import TextProviders

/// The one place where this service's own errors become answers.
extension ServiceError {
  /// Whatever ended a performance, as its listeners are told.
  package init(endingPerformance error: any Error) {
    switch error {
    case let error as ServiceError: self = error
    case let error as SpeechError: self.init(error)
    case let error as TextError: self.init(error)
    case let error as NoteRenderError: self.init(error)
    case is CancellationError: self.init(.providerTimeout, cause: "cancelled")
    default: self.init(.internalError, cause: String(describing: error))
    }
  }

  package init(_ error: SpeechError) {
    self.init(error.code.errorCode, retryAfter: error.retryAfter, cause: "speech \(error)")
    if retryAfter == nil && code.entry.status == 503 { retryAfter = .seconds(2) }
  }

  package init(_ error: TextError) {
    self.init(Self.code(error.code), retryAfter: error.retryAfter, cause: "text \(error)")
  }

  package init(_ error: NoteRenderError) {
    let code: ErrorCode = error.code == .unusableSpeech ? .providerAnswerInvalid : .internalError
    self.init(code, cause: "render \(error)")
  }

  package init(_ problems: [ValueProblem]) {
    let fields = problems.map { problem in
      JSONValue.object(["field": .string(problem.field), "problem": .string(problem.code.rawValue)])
    }
    self.init(
      .invalidValue, problems.map(\.message).joined(separator: " "), details: ["fields": .array(fields)])
  }

  package init(_ error: UnknownRoutine) {
    self.init(.unknownRoutine, details: ["known": .array(error.known.map(JSONValue.string))])
  }

  /// The offline writer stands behind every other one, so what comes through is rarely a provider's outage.
  private static func code(_ code: TextError.Code) -> ErrorCode {
    switch code {
    case .unavailable, .circuitOpen: .providerUnavailable
    case .timeout, .cancelled: .providerTimeout
    case .rateLimited: .providerRateLimited
    case .quotaExhausted: .providerOutOfCredits
    case .keyRefused: .providerKeyRefused
    case .modelUnavailable, .invalidRequest, .refused, .empty, .cutOff, .malformedAnswer: .textUnavailable
    }
  }
}
