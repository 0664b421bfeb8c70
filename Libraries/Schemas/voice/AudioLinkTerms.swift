/// What holds of links that open one recording's audio without a token.
package enum AudioLinkTerms {
  /// How long one opens its recording. Revocations of sessions are kept at least as long.
  package static let lifetime: Duration = .seconds(900)
}
