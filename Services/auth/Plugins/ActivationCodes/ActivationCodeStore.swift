import AuthCore
import Foundation

/// Where activation codes are kept.
package protocol ActivationCodeStore: Sendable {
  /// Codes are unique; inserting a known one fails as a whole.
  func insert(_ codes: [ActivationCode]) async throws

  /// By text, without regard to case.
  func find(_ code: String) async throws -> ActivationCode?

  /// Newest first, from the one after `cursor` (a code) on; `state` as of `instant`.
  func page(_ query: PageQuery, state: ActivationCode.State?, at instant: Date) async throws -> [ActivationCode]
}
