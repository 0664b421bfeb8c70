/// One call as it arrived and how it was answered.
package struct JournalEntry: Sendable, Codable, Equatable {
  package var sequence: Int
  package var endpoint: Endpoint
  package var method: String
  package var path: String
  package var query: [String: String]
  /// Names in lower case, keys included as sent.
  package var headers: [String: String]
  /// The JSON body, or the fields of a form with name, type and size of each file.
  package var body: JSON
  /// The status that was decided; 0 while the call is being handled and when no answer is ever sent.
  package var status: Int
  /// The name of the error row, the ending or the behaviour that was scripted for it.
  package var fault: String?
  /// Seconds since 1970.
  package var at: Double
}
