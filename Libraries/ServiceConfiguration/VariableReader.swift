import Configuration

/// Reads one process's configuration variables and notes every problem, so that all are reported at once.
///
/// A read that fails notes the problem and returns the default; the host refuses to start when any was noted.
/// Every read also declares its variable, which is how docs/configuration.md is made.
package final class VariableReader {
  package private(set) var problems: [ConfigurationProblem] = []
  package private(set) var warnings: [String] = []
  package private(set) var declared: [VariableDeclaration] = []
  /// Who reads now: the plugin's identity, shown in the documentation.
  package var owner = ""

  private let values: [String: String]
  private let reader: ConfigReader

  package init(_ environment: [String: String]) {
    // An empty variable counts as absent, as compose files pass `NAME=` for what is not set.
    values = environment.filter { !$0.value.isEmpty }
    reader = ConfigReader(provider: EnvironmentVariablesProvider(environmentVariables: values))
  }

  package func text(
    _ name: String, default fallback: String, _ meaning: String, secret: Bool = false
  ) -> String {
    optionalText(name, meaning, secret: secret, shownDefault: secret ? "" : fallback) ?? fallback
  }

  package func optionalText(
    _ name: String, _ meaning: String, secret: Bool = false, shownDefault: String = ""
  ) -> String? {
    declare(name, kind: "text", shownDefault, meaning, secret: secret)
    return raw(name, secret: secret)
  }

  package func whole(_ name: String, default fallback: Int, in range: ClosedRange<Int>, _ meaning: String) -> Int {
    optionalWhole(name, in: range, meaning, shownDefault: String(fallback)) ?? fallback
  }

  package func optionalWhole(
    _ name: String, in range: ClosedRange<Int>, _ meaning: String, shownDefault: String = ""
  ) -> Int? {
    declare(name, kind: "whole number \(range.lowerBound)…\(range.upperBound)", shownDefault, meaning)
    guard let text = raw(name) else { return nil }
    guard let value = Int(text), range.contains(value) else {
      refuse(name, "must be a whole number from \(range.lowerBound) to \(range.upperBound)")
      return nil
    }
    return value
  }

  package func seconds(
    _ name: String, default fallback: Int, in range: ClosedRange<Int> = 1...86_400, _ meaning: String
  ) -> Duration {
    .seconds(whole(name, default: fallback, in: range, meaning))
  }

  package func flag(_ name: String, default fallback: Bool, _ meaning: String) -> Bool {
    declare(name, kind: "true or false", String(fallback), meaning)
    guard let text = raw(name) else { return fallback }
    switch text.lowercased() {
    case "true", "1", "yes", "on": return true
    case "false", "0", "no", "off": return false
    default:
      refuse(name, "must be true or false")
      return fallback
    }
  }

  package func choice<Choice: RawRepresentable & CaseIterable>(
    _ name: String, default fallback: Choice, _ meaning: String
  ) -> Choice where Choice.RawValue == String {
    let choices = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    return parsed(name, kind: "one of \(choices)", default: fallback, shownDefault: fallback.rawValue, meaning) {
      Choice(rawValue: $0)
    }
  }

  /// Any other form: `parse` returns `nil` for what it refuses, and `kind` says what is accepted.
  package func parsed<Value>(
    _ name: String, kind: String, default fallback: Value, shownDefault: String, _ meaning: String,
    secret: Bool = false, parse: (String) -> Value?
  ) -> Value {
    declare(name, kind: kind, shownDefault, meaning, secret: secret)
    guard let text = raw(name, secret: secret) else { return fallback }
    guard let value = parse(text) else {
      refuse(name, "must be \(kind)")
      return fallback
    }
    return value
  }

  package func refuse(_ name: String, _ problem: String) {
    problems.append(ConfigurationProblem(variable: name, problem: problem))
  }

  package func warn(_ text: String) {
    warnings.append(text)
  }

  /// Variables that carry one of our prefixes and that nobody in the product knows.
  package func reportUnknown() {
    for name in values.keys.sorted() where KnownVariables.looksLikeOurs(name) && !KnownVariables.names.contains(name) {
      if KnownVariables.planned.contains(name) {
        warn("\(name) has no effect yet")
      } else {
        refuse(name, "is not known; see docs/configuration.md for the names")
      }
    }
  }

  private func raw(_ name: String, secret: Bool = false) -> String? {
    reader.string(forKey: ConfigKey(name.lowercased().split(separator: "_").map(String.init)), isSecret: secret)
  }

  private func declare(_ name: String, kind: String, _ fallback: String, _ meaning: String, secret: Bool = false) {
    guard !declared.contains(where: { $0.name == name && $0.owner == owner }) else { return }
    declared.append(
      VariableDeclaration(
        name: name, kind: kind, fallback: fallback, meaning: meaning, secret: secret, owner: owner))
  }
}
