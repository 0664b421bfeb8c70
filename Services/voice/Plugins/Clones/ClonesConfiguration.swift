import RateLimiting
import ServiceConfiguration

/// Variables of clones and leases.
package struct ClonesConfiguration: Sendable {
  package var clonesPerDay: Int
  /// Whether a performance makes an evicted or missing voice again.
  package var recloneOnPerform: Bool
  package var limit: RateLimit
  package var addressLimit: RateLimit

  package init(_ variables: VariableReader) {
    clonesPerDay = variables.whole(
      "CLONES_PER_DAY", default: 5, in: 1...1000, "Voices that may be made for one user within 24 hours.")
    recloneOnPerform = variables.flag(
      "RECLONE_ON_PERFORM", default: true, "Whether a performance makes an evicted voice again.")
    limit = Self.limit(variables, "RATE_LIMIT_CLONE", RateLimit(burst: 5, perMinute: 5), "Clone requests per user.")
    addressLimit = Self.limit(
      variables, "RATE_LIMIT_CLONE_IP", RateLimit(burst: 20, perMinute: 20), "Clone requests per address.")
  }

  private static func limit(
    _ variables: VariableReader, _ name: String, _ fallback: RateLimit, _ meaning: String
  ) -> RateLimit {
    variables.parsed(name, kind: "burst/per_minute", default: fallback, shownDefault: fallback.text, meaning) {
      RateLimit($0)
    }
  }
}
