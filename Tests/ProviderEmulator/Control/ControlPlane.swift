import Foundation

/// `/_emulator/…`: what tests in another process use instead of `EmulatorState`.
struct ControlPlane: Sendable {
  let environment: EmulatorEnvironment

  func answer(_ method: String, _ path: [String], query: [(name: String, value: String)], body: Data) -> Answer {
    do {
      return try dispatch(method, path, query, body)
    } catch let failure as ControlFailure {
      return .json(["error": .string(failure.message)], status: failure.status)
    } catch {
      return .json(["error": .string("\(error)")], status: 400)
    }
  }

  private func dispatch(
    _ method: String, _ path: [String], _ query: [(name: String, value: String)], _ body: Data
  ) throws -> Answer {
    switch (method, path.first ?? "", path.count) {
    case ("GET", "health", 1): .json(["status": "ok"])
    case ("GET", "state", 1): .json(StateReport.make(state.snapshot))
    case ("GET", "errors", 1): .json(ErrorNames.body)
    case ("GET", "journal", 1): journal(query)
    case ("DELETE", "journal", 1): done { state.clearJournal() }
    case ("PATCH", "account", 1): try done { try AccountChange.apply(json(body), to: state) }
    case ("POST", "faults", 1): try done { try FaultIntake.script(json(body), on: state) }
    case ("DELETE", "faults", 1): done { state.clearFaults() }
    case ("PUT", "latency", 1): try done { try LatencyChange.apply(json(body), to: state) }
    case ("POST", "voices", 1): try foreignVoice(json(body))
    case ("DELETE", "voices", 2): try remove(path[1])
    case ("POST", "reset", 1):
      done { state.reset(account: environment.options.account, latency: environment.options.latency) }
    default: throw ControlFailure(status: 404, message: "no such control: \(method) \(path.joined(separator: "/"))")
    }
  }

  private var state: EmulatorState { environment.state }

  private func done(_ action: () throws -> Void) rethrows -> Answer {
    try action()
    return .json(StateReport.make(state.snapshot))
  }

  private func json(_ body: Data) throws -> JSON {
    guard let json = JSON(parsing: body) else { throw ControlFailure(status: 400, message: "the body is no JSON") }
    return json
  }

  private func journal(_ query: [(name: String, value: String)]) -> Answer {
    let endpoint = query.first { $0.name == "endpoint" }?.value
    let after = query.first { $0.name == "after" }.flatMap { Int($0.value) } ?? 0
    let entries = state.journal().filter { (endpoint ?? $0.endpoint.rawValue) == $0.endpoint.rawValue }
    return .json(["entries": .array(entries.filter { $0.sequence > after }.map { JSON(encoding: $0) })])
  }

  private func foreignVoice(_ body: JSON) throws -> Answer {
    guard let name = body["name"]?.string else { throw ControlFailure(status: 400, message: "name is missing") }
    let labels = body["labels"]?.object?.compactMapValues(\.string) ?? [:]
    let voice = state.addForeignVoice(name: name, labels: labels, category: body["category"]?.string ?? "cloned")
    return .json(["voice_id": .string(voice.id)])
  }

  private func remove(_ id: String) throws -> Answer {
    guard state.removeVoice(id) else { throw ControlFailure(status: 404, message: "no voice \(id)") }
    return .json(["status": "ok"])
  }
}

/// A control call that cannot be carried out.
struct ControlFailure: Error {
  var status: Int
  var message: String
}
