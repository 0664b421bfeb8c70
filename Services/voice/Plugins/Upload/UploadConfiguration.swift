import RateLimiting
import ServiceConfiguration

/// Variables of uploads.
package struct UploadConfiguration: Sendable {
  package var sizes: UploadSizes
  package var limit: RateLimit
  package var addressLimit: RateLimit

  package init(_ variables: VariableReader) {
    sizes = UploadSizes(
      compressed: variables.whole(
        "MAX_UPLOAD_BYTES", default: 3 << 20, in: 1024...(1 << 30), "Largest compressed recording, in bytes."),
      lossless: variables.whole(
        "MAX_UPLOAD_BYTES_PCM", default: 12 << 20, in: 1024...(1 << 30), "Largest WAV or FLAC recording, in bytes."))
    limit = Self.limit(
      variables, "RATE_LIMIT_VOICE_UPLOAD", RateLimit(burst: 5, perMinute: 5), "Voice uploads per user.")
    addressLimit = Self.limit(
      variables, "RATE_LIMIT_VOICE_UPLOAD_IP", RateLimit(burst: 20, perMinute: 20), "Voice uploads per address.")
  }

  private static func limit(
    _ variables: VariableReader, _ name: String, _ fallback: RateLimit, _ meaning: String
  ) -> RateLimit {
    variables.parsed(name, kind: "burst/per_minute", default: fallback, shownDefault: fallback.text, meaning) {
      RateLimit($0)
    }
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
