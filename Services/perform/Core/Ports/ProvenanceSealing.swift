import Schemas

/// Signs where a note comes from.
package protocol ProvenanceSealing: Sendable {
  /// - Returns: the claims and their signature as one text, which anybody with the public key can check.
  func record(of claims: ProvenanceClaims) throws -> String
}
