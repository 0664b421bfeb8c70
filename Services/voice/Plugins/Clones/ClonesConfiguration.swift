import RateLimiting
import ServiceConfiguration
import ServiceHTTP
import ServiceHost
import VoiceCore

/// Variables of clones and leases.
package struct ClonesConfiguration: Sendable {
  package var clonesPerDay: Int
  /// Whether a performance makes an evicted or missing voice again.
  package var recloneOnPerform: Bool
  /// Whether accounts with the very same samples share one voice.
  package var sharesIdenticalSamples: Bool
  package var limits: [RouteLimit]

  package init(_ variables: VariableReader) {
    clonesPerDay = variables.whole(
      "CLONES_PER_DAY", default: 5, in: 1...1000, "Voices that may be made for one user within 24 hours.")
    recloneOnPerform = variables.flag(
      "RECLONE_ON_PERFORM", default: true, "Whether a performance makes an evicted voice again.")
    sharesIdenticalSamples = variables.flag(
      "SHARE_IDENTICAL_SAMPLES", default: false, "Whether accounts with the very same samples share one voice.")
    limits =
      RouteLimits(
        variables, name: "clone", default: RateLimit(burst: 5, perMinute: 5),
        address: RateLimit(burst: 20, perMinute: 20)
      ).userAndAddress
  }
}
