/// Counts requests that are under way at a provider, over everybody who shares the counter.
///
/// A taken slot expires by itself some time after its last renewal, so that a process that was killed blocks nobody.
package protocol SlotCounter: Sendable {
  /// How often a held slot is to be renewed; `nil` for slots that do not expire.
  var renewal: Duration? { get }

  /// - Parameters:
  ///   - token: unique to this request.
  ///   - limit: `nil` for the one that was shared last, or `initial`.
  /// - Returns: whether the slot was taken.
  func take(_ token: String, limit: Int?, initial: Int) async -> Bool

  func renew(_ token: String) async

  func give(_ token: String) async

  /// Tells the others what the provider says.
  func share(limit: Int) async
}
