/// Body of `POST /internal/billing/admissions`: would a reservation of this size pass now?
package struct AdmissionRequest: JSONBody, Codable, Equatable {
  package var userID: String
  /// Raw characters at most.
  package var maxChars: Int
  package var model: String

  package init(userID: String, maxChars: Int, model: String) {
    self.userID = userID
    self.maxChars = maxChars
    self.model = model
  }

  package init(from fields: inout FieldReader) {
    userID = fields.string("user_id", length: 1...64)
    maxChars = fields.integer("max_chars", 1...100_000)
    model = fields.string("model", length: 1...100)
  }

  package enum CodingKeys: String, CodingKey {
    case model
    case userID = "user_id"
    case maxChars = "max_chars"
  }
}
