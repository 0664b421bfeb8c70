/// Why audio could not be decoded or encoded.
package struct AudioCodecError: Error, Sendable, Equatable, CustomStringConvertible {
  package enum Code: String, Sendable {
    /// The bytes are not the promised format.
    case malformed
    /// The stream ended inside a frame, or before any audio.
    case truncated
    /// Well-formed audio in which nothing is to be heard.
    case silent
    /// A sample rate, bitrate or channel count that the codec does not take.
    case unsupported
    /// The codec library refused to work: memory, or a build without the needed part.
    case unavailable
  }

  package var code: Code
  /// For logs: the codec library's own words.
  package var detail: String

  package init(_ code: Code, _ detail: String) {
    self.code = code
    self.detail = detail
  }

  package var description: String { "\(code.rawValue): \(detail)" }
}
