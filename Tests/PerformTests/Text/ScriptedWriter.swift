import Synchronization
import TextProviders

/// Answers from a list; records what it was asked.
final class ScriptedWriter: TextWriter {
  enum Step: Sendable {
    case text(String)
    case failure(TextError)
  }

  let source: String
  private let state: Mutex<(steps: [Step], requests: [TextRequest])>

  init(_ source: String, _ steps: [Step]) {
    self.source = source
    state = Mutex((steps, []))
  }

  var requests: [TextRequest] { state.withLock { $0.requests } }

  func write(_ request: TextRequest) async throws(TextError) -> WrittenText {
    let step = state.withLock { state in
      state.requests.append(request)
      return state.steps.isEmpty ? .failure(TextError(.invalidRequest, "unexpected")) : state.steps.removeFirst()
    }
    switch step {
    case .text(let text): return WrittenText(text: text, model: "\(source)-1")
    case .failure(let error): throw error
    }
  }
}
