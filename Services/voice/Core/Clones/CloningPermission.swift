/// Asks auth for the account's `voice_cloning` flag.
package struct CloningPermission: Sendable {
  package var isGranted: @Sendable (_ userID: String) async throws -> Bool

  package init(isGranted: @escaping @Sendable (_ userID: String) async throws -> Bool) {
    self.isGranted = isGranted
  }
}
