import JWTKit

/// Where a verifier gets the public keys from: `/.well-known/jwks.json`, or auth's own store.
package struct KeySource: Sendable {
  package var fetch: @Sendable () async throws -> JWKS

  package init(fetch: @escaping @Sendable () async throws -> JWKS) {
    self.fetch = fetch
  }
}
