import Foundation
import Schemas
import ServiceHTTP
import VoiceCore

extension RecordingQuery {
  private static let limits = 1...200
  private static let textLength = 1...100

  /// Reads `kind`, `q`, `limit` and `cursor`.
  ///
  /// - Throws: `VALIDATION_FAILED` with every parameter that cannot be used.
  init(_ call: Call) throws {
    self.init()
    var problems: [FieldProblem] = []
    if let text = call.query("kind") {
      kind = RecordingAnswer.Kind(rawValue: text)
      let kinds = RecordingAnswer.Kind.allCases.map(\.rawValue).joined(separator: ", ")
      if kind == nil { problems.append(FieldProblem(field: "kind", problem: "must be one of \(kinds)")) }
    }
    if let text = call.query("limit") {
      let number = Int(text).flatMap { Self.limits.contains($0) ? $0 : nil }
      if number == nil { problems.append(FieldProblem(field: "limit", problem: "must be a number from 1 to 200")) }
      limit = number ?? limit
    }
    if let text = call.query("cursor") {
      after = RecordingCursor(text)
      if after == nil { problems.append(FieldProblem(field: "cursor", problem: "is not one that a page gave")) }
    }
    if let text = call.query("q").map({ $0.removingPercentEncoding ?? $0 }), !text.isEmpty {
      self.text = text
      if !Self.textLength.contains(text.count) {
        problems.append(FieldProblem(field: "q", problem: "must have at most 100 characters"))
      }
    }
    guard problems.isEmpty else { throw ServiceError.validation(problems) }
  }
}
