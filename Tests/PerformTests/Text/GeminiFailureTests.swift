import Testing
import TextProviders

@testable import GeminiText

@Suite("Gemini failures")
struct GeminiFailureTests {
  private func error(_ status: Int, _ body: String) -> TextError {
    GeminiFailure.textError(status: status, body: Array(body.utf8))
  }

  @Test("A bad key is told from a bad request, although both are 400")
  func badKey() {
    let key = error(
      400,
      """
      {"error":{"code":400,"message":"API key not valid. Please pass a valid API key.","status":"INVALID_ARGUMENT","details":[
      {"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"API_KEY_INVALID","domain":"googleapis.com",
      "metadata":{"service":"generativelanguage.googleapis.com"}},
      {"@type":"type.googleapis.com/google.rpc.LocalizedMessage","locale":"en-US","message":"API key not valid."}]}}
      """)
    let field = error(
      400,
      """
      {"error":{"code":400,"message":"Invalid JSON payload received. Unknown name \\"x\\": Cannot find field.",
      "status":"INVALID_ARGUMENT","details":[{"@type":"type.googleapis.com/google.rpc.BadRequest",
      "fieldViolations":[{"description":"Unknown name"}]}]}}
      """)

    #expect(key.code == .keyRefused)
    #expect(key.detail == "400 INVALID_ARGUMENT API_KEY_INVALID")
    #expect(field.code == .invalidRequest)
  }

  @Test("A quota per minute is waited for, a quota per day is not")
  func quotas() {
    func quota(_ id: String) -> TextError {
      error(
        429,
        """
        {"error":{"code":429,"message":"You exceeded your current quota.","status":"RESOURCE_EXHAUSTED","details":[
        {"@type":"type.googleapis.com/google.rpc.QuotaFailure","violations":[{"quotaMetric":"m","quotaId":"\(id)",
        "quotaDimensions":{"model":"x"},"quotaValue":"20"}]},
        {"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"3.957525076s"}]}}
        """)
    }

    let perMinute = quota("GenerateRequestsPerMinutePerProjectPerModel-FreeTier")
    let perDay = quota("GenerateRequestsPerDayPerProjectPerModel-FreeTier")

    #expect(perMinute.code == .rateLimited)
    #expect(perMinute.retryAfter == .milliseconds(3_958))
    #expect(perDay.code == .quotaExhausted)
    #expect(!perDay.isRetryable)
  }

  @Test(
    "A status decides when the body does not",
    arguments: [
      (401, TextError.Code.keyRefused), (403, .keyRefused), (404, .modelUnavailable), (408, .timeout),
      (429, .rateLimited),
      (500, .unavailable), (503, .unavailable), (504, .timeout), (400, .invalidRequest), (302, .invalidRequest),
    ])
  func status(status: Int, code: TextError.Code) {
    #expect(error(status, "<html><body>Ana said no</body></html>").code == code)
    #expect(error(status, "<html>Ana</html>").detail == "\(status)")
  }

  @Test("An error inside a one-element array is read like the error itself")
  func array() {
    let body = #"{"error":{"code":503,"status":"UNAVAILABLE","message":"high demand","details":"odd"}}"#

    #expect(error(503, body).description == error(503, "[\(body)]").description)
    #expect(error(503, "[\(body)]").detail == "503 UNAVAILABLE")
  }

  @Test("A country without the service is an operator's matter")
  func location() {
    let body = #"{"error":{"code":400,"status":"FAILED_PRECONDITION","message":"User location is not supported"}}"#

    #expect(error(400, body).code == .keyRefused)
  }
}
