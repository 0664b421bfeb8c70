import Schemas

/// A performer's value and topic, both fit to be spoken of.
package struct SpokenSubject: Sendable {
  package let value: SpokenValue
  package let topic: SpokenValue?

  /// - Throws: `INVALID_VALUE` with every problem of both fields, the routine's own rules included.
  package init(value: String, topic: String?, for routine: Routine) throws(ServiceError) {
    var problems: [ValueProblem] = []
    var spokenValue: SpokenValue?
    var spokenTopic: SpokenValue?
    do { spokenValue = try SpokenValue(value) } catch { problems.append(error) }
    do { spokenTopic = try SpokenValue.optional(topic, field: "topic") } catch { problems.append(error) }
    if let spokenValue { problems += routine.problems(with: spokenValue) }
    guard let spokenValue, problems.isEmpty else { throw ServiceError(problems) }
    (self.value, self.topic) = (spokenValue, spokenTopic)
  }
}
