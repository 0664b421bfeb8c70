import Foundation
import Schemas
import ServiceHTTP
import VoiceCore

extension RecordingQuery {
  private static let limits = 1...200
  private static let textLength = 1...100

  /// Reads `kind`, `state`, `q`, `limit` and `cursor`, whose day wins over today's.
  ///
  /// - Throws: `VALIDATION_FAILED` with every parameter that cannot be used.
  init(_ call: Call, at now: Date) throws {
    self.init(asOf: now)
    var problems: [FieldProblem] = []
    kind = Self.choice("kind", call, &problems)
    state = Self.choice("state", call, &problems)
    if let text = call.query("limit") {
      let number = Int(text).flatMap { Self.limits.contains($0) ? $0 : nil }
      if number == nil { problems.append(FieldProblem(field: "limit", problem: "must be a number from 1 to 200")) }
      limit = number ?? limit
    }
    if let text = call.query("cursor") {
      after = RecordingCursor(text)
      asOf = after.flatMap { ShownDate.start(of: $0.asOf) } ?? now
      if after == nil { problems.append(FieldProblem(field: "cursor", problem: "is not one that a page gave")) }
    }
    if let text = call.formText("q"), !text.isEmpty {
      self.text = text
      if !Self.textLength.contains(text.count) {
        problems.append(FieldProblem(field: "q", problem: "must have at most 100 characters"))
      }
    }
    guard problems.isEmpty else { throw ServiceError.validation(problems) }
  }

  private static func choice<Choice: RawRepresentable & CaseIterable>(
    _ name: String, _ call: Call, _ problems: inout [FieldProblem]
  ) -> Choice? where Choice.RawValue == String {
    guard let text = call.query(name) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let names = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    problems.append(FieldProblem(field: name, problem: "must be one of \(names)"))
    return nil
  }
}
