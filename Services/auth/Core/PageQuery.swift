import Schemas
import ServiceHTTP

/// Which part of a list is asked for: `limit` (1…200, 50) and `cursor` (the last one's, from the answer before).
package struct PageQuery: Sendable, Equatable {
  package var limit: Int
  package var cursor: String?

  package init(limit: Int = 50, cursor: String? = nil) {
    self.limit = limit
    self.cursor = cursor
  }

  /// - Throws: `VALIDATION_FAILED`.
  package init(_ call: Call) throws(ServiceError) {
    self.init(cursor: call.query("cursor"))
    guard let text = call.query("limit") else { return }
    guard let limit = Int(text), (1...200).contains(limit) else {
      throw .validation([FieldProblem(field: "limit", problem: "must be a whole number from 1 to 200")])
    }
    self.limit = limit
  }

  /// The cursor for what follows `page`; `nil` when nothing can.
  package func next<Element>(after page: [Element], _ cursor: (Element) -> String) -> String? {
    page.count == limit ? page.last.map(cursor) : nil
  }
}
