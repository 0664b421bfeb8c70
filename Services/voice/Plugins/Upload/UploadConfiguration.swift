import RateLimiting
import ServiceConfiguration
import ServiceHTTP
import ServiceHost
import VoiceCore

/// Variables of uploads.
package struct UploadConfiguration: Sendable {
  package var sizes: UploadSizes
  /// Seconds that a recording may have, as recorded.
  package var duration: ClosedRange<Double>
  package var limits: [RouteLimit]

  package init(_ variables: VariableReader) {
    sizes = UploadSizes(
      compressed: variables.whole(
        "MAX_UPLOAD_BYTES", default: 3 << 20, in: 1024...(1 << 30), "Largest compressed recording, in bytes."),
      lossless: variables.whole(
        "MAX_UPLOAD_BYTES_PCM", default: 12 << 20, in: 1024...(1 << 30), "Largest WAV or FLAC recording, in bytes."))
    duration = Self.duration(variables)
    limits =
      RouteLimits(
        variables, name: "voice-upload", default: RateLimit(burst: 5, perMinute: 5),
        address: RateLimit(burst: 20, perMinute: 20)
      ).userAndAddress
  }

  private static func duration(_ variables: VariableReader) -> ClosedRange<Double> {
    let shortest = variables.whole(
      "SAMPLE_MIN_SECONDS", default: 30, in: 1...600, "Shortest recording that becomes a sample, in seconds.")
    let longest = variables.whole("SAMPLE_MAX_SECONDS", default: 60, in: 1...600, "Longest one.")
    if longest < shortest { variables.refuse("SAMPLE_MAX_SECONDS", "is less than SAMPLE_MIN_SECONDS") }
    return Double(shortest)...Double(max(shortest, longest))
  }
}

/// How large a recording may be, by what its first bytes say it is.
package struct UploadSizes: Sendable, Equatable {
  package var compressed: Int
  package var lossless: Int

  package init(compressed: Int, lossless: Int) {
    self.compressed = compressed
    self.lossless = lossless
  }

  /// Room for the form around the recording.
  static let formBytes = 64 * 1024

  var largest: Int { max(compressed, lossless) }
  var largestMultipart: Int { largest + Self.formBytes }
  var largestJSON: Int { (largest + 2) / 3 * 4 + Self.formBytes }
}
