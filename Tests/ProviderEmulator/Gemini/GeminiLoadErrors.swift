/// Quotas, overload and faults of the service.
enum GeminiLoadErrors {
  static let perMinute = quota(
    "quota_per_minute", metric: "generate_content_paid_tier_requests",
    id: "GenerateRequestsPerMinutePerProjectPerModel", limit: "1000", delay: "3.957525076s")
  static let perDay = quota(
    "quota_per_day", metric: "generate_content_free_tier_requests",
    id: "GenerateRequestsPerDayPerProjectPerModel-FreeTier", limit: "20", delay: "36.96s")
  static let internalError = GeminiError(
    name: "internal", code: 500, status: "INTERNAL",
    message:
      "An internal error has occurred. Please retry or report in https://developers.generativeai.google/guide/troubleshooting"
  )
  static let highDemand = GeminiError(
    name: "unavailable", code: 503, status: "UNAVAILABLE",
    message: "This model is currently experiencing high demand. Spikes in demand are usually temporary. Please try "
      + "again later.")
  static let overloaded = GeminiError(
    name: "overloaded", code: 503, status: "UNAVAILABLE",
    message: "The model is overloaded. Please try again later.")
  static let wrapped = GeminiError(
    name: "unavailable_in_array", code: 503, status: "UNAVAILABLE",
    message: "The model is overloaded. Please try again later.", isWrapped: true)
  static let deadline = GeminiError(
    name: "deadline_exceeded", code: 504, status: "DEADLINE_EXCEEDED",
    message: "Deadline expired before operation could complete.")

  static let all = [perMinute, perDay, internalError, highDemand, overloaded, wrapped, deadline]

  private static func quota(_ name: String, metric: String, id: String, limit: String, delay: String) -> GeminiError {
    let fullMetric = "generativelanguage.googleapis.com/\(metric)"
    return GeminiError(
      name: name, code: 429, status: "RESOURCE_EXHAUSTED",
      message: "You exceeded your current quota, please check your plan and billing details. For more information on "
        + "this error, head to: https://ai.google.dev/gemini-api/docs/rate-limits.\n* Quota exceeded for metric: "
        + "\(fullMetric), limit: \(limit), model: gemini-3.5-flash-lite\nPlease retry in \(delay).",
      details: [
        [
          "@type": "type.googleapis.com/google.rpc.QuotaFailure",
          "violations": [
            [
              "quotaMetric": .string(fullMetric), "quotaId": .string(id), "quotaValue": .string(limit),
              "quotaDimensions": ["location": "global", "model": "gemini-3.5-flash-lite"],
            ]
          ],
        ],
        [
          "@type": "type.googleapis.com/google.rpc.Help",
          "links": [
            [
              "description": "Learn more about Gemini API quotas",
              "url": "https://ai.google.dev/gemini-api/docs/rate-limits",
            ]
          ],
        ],
        ["@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": .string(delay)],
      ])
  }
}
