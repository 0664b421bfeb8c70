/// Body of `PUT /admin/billing/users/{id}/limit`.
package struct MonthlyLimitRequest: JSONBody, Codable, Equatable {
  /// Effective characters per period; `nil` returns the user to the installation's default.
  package var monthlyLimit: Int?

  package init(monthlyLimit: Int?) { self.monthlyLimit = monthlyLimit }

  package init(from fields: inout FieldReader) {
    monthlyLimit = fields.optionalInteger("monthlyLimit", 0...1_000_000_000)
  }
}
