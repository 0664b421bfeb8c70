import Foundation
import ServiceConfiguration

/// Variables of the pool.
package struct PoolConfiguration: Sendable {
  /// `false`: voices are made directly and nobody's is evicted.
  package var isEnabled: Bool
  package var capacity: Int?
  package var leaseSeconds: Int
  package var listingInterval: Duration
  /// Seconds after which no creation can still be under way at the provider.
  package var longestCreation: TimeInterval

  package init(_ variables: VariableReader) {
    isEnabled = Self.isEnabled(variables)
    capacity = variables.optionalWhole(
      "ELEVEN_LABS_POOL_CAPACITY", in: 1...10_000, "Most voices that this installation keeps at the provider.",
      shownDefault: "the provider's voice_limit")
    leaseSeconds = variables.whole(
      "LEASE_SECONDS", default: 120, in: 10...3600, "How long a performance protects its voice at most.")
    listingInterval = variables.seconds(
      "RECONCILE_INTERVAL_SECONDS", default: 300, in: 10...86_400,
      "How often the provider's voices and limits are read.")
    let timeout = variables.seconds(
      "CLONE_PROVIDER_TIMEOUT_SECONDS", default: 60, in: 1...600, "Bound for making one clone at the provider.")
    longestCreation = 2 * TimeInterval(timeout.components.seconds)
  }

  private static func isEnabled(_ variables: VariableReader) -> Bool {
    let name = "PROVIDER_POOL_ENABLED"
    var value = true
    for older in ["ELEVEN_LABS_POOL_ENABLED", "POOL_ENABLED"] {
      guard variables.optionalText(older, "Older name of `\(name)`.") != nil else { continue }
      variables.warn("\(older) is an older name; use \(name)")
      value = variables.flag(older, default: true, "Older name of `\(name)`.")
    }
    return variables.flag(
      name, default: value, "Whether voices share the provider's slots, the least used one going first.")
  }
}
