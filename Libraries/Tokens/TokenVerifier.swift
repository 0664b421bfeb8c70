import Capabilities
import Foundation
import JWTKit
import Synchronization

/// Verifies access tokens offline against cached public keys (RFC 8725).
///
/// Only EdDSA with a known `kid` is accepted. An unknown `kid` makes it fetch the keys again, at most every
/// `refetchInterval`. A token's signature is checked once; dates, audience and revocation on every use.
package final class TokenVerifier: Sendable {
  package let revocations: RevocationList

  private struct State {
    var keys: JWTKeyCollection?
    var keyIDs: Set<String> = []
    var fetchedAt = Date.distantPast
    var fetching: Task<FetchedKeys, any Error>?
    var verified: [String: AccessClaims] = [:]

    mutating func take(_ fetched: FetchedKeys) {
      (keys, keyIDs, fetching) = (fetched.keys, fetched.ids, nil)
    }

    mutating func giveUpFetching() {
      (fetchedAt, fetching) = (.distantPast, nil)
    }
  }

  private let source: KeySource
  private let clock: WallClock
  private let refetchInterval: TimeInterval
  private let capacity: Int
  private let state = Mutex(State())

  /// - Parameter capacity: tokens remembered; the cache starts anew when it is full.
  package init(
    source: KeySource, revocations: RevocationList = RevocationList(), clock: WallClock,
    refetchInterval: Duration = .seconds(5), capacity: Int = 20_000
  ) {
    self.source = source
    self.revocations = revocations
    self.clock = clock
    self.refetchInterval = TimeInterval(refetchInterval.components.seconds)
    self.capacity = capacity
  }

  package func verify(_ token: String, audience: String) async throws(TokenError) -> AccessClaims {
    if let claims = state.withLock({ $0.verified[token] }) { return try check(claims, audience: audience) }
    let claims = try await verifySignature(token)
    state.withLock { state in
      if state.verified.count >= capacity { state.verified.removeAll(keepingCapacity: true) }
      state.verified[token] = claims
    }
    return try check(claims, audience: audience)
  }

  private func check(_ claims: AccessClaims, audience: String) throws(TokenError) -> AccessClaims {
    let now = clock.now()
    guard claims.iss.value == AccessClaims.issuer else { throw .invalid("issuer") }
    guard claims.aud.value == [audience] else { throw .invalid("audience") }
    guard now < claims.exp.value else { throw .expired }
    // Two seconds of leeway: services on several machines do not share one clock.
    guard claims.nbf.value <= now.addingTimeInterval(2) else { throw .notYetValid }
    guard !revocations.revokes(claims) else { throw .revoked }
    return claims
  }

  private func verifySignature(_ token: String) async throws(TokenError) -> AccessClaims {
    guard token.utf8.count <= 4096, let header = TokenHeader.read(token) else { throw .invalid("format") }
    guard header.alg == "EdDSA", let kid = header.kid else { throw .invalid("algorithm") }
    let keys = try await keys(holding: kid)
    do {
      return try await keys.verify(token, as: AccessClaims.self)
    } catch {
      throw .invalid("signature")
    }
  }

  private func keys(holding kid: String) async throws(TokenError) -> JWTKeyCollection {
    let now = clock.now()
    let (known, fetching) = state.withLock { state -> (JWTKeyCollection?, Task<FetchedKeys, any Error>?) in
      if state.keyIDs.contains(kid) { return (state.keys, nil) }
      if state.fetching == nil, now.timeIntervalSince(state.fetchedAt) >= refetchInterval {
        state.fetchedAt = now
        state.fetching = Task { try await fetch() }
      }
      return (nil, state.fetching)
    }
    if let known { return known }
    guard let fetching else { throw .invalid("key") }
    guard let fetched = try? await fetching.value else { throw .keysUnavailable }
    guard fetched.ids.contains(kid) else { throw .invalid("key") }
    return fetched.keys
  }

  /// One fetch serves everybody who asks meanwhile.
  private func fetch() async throws -> FetchedKeys {
    do {
      let set = try await source.fetch()
      let keys = JWTKeyCollection()
      try await keys.add(jwks: set)
      let fetched = FetchedKeys(keys: keys, ids: Set(set.keys.compactMap { $0.keyIdentifier?.string }))
      state.withLock { $0.take(fetched) }
      return fetched
    } catch {
      state.withLock { $0.giveUpFetching() }
      throw error
    }
  }
}

private struct FetchedKeys: Sendable {
  var keys: JWTKeyCollection
  var ids: Set<String>
}

/// The unverified first part of a token, read only to choose the key and to refuse other algorithms.
private struct TokenHeader: Decodable {
  var alg: String
  var kid: String?

  static func read(_ token: String) -> TokenHeader? {
    let parts = token.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    var base64 = String(parts[0]).replacing("-", with: "+").replacing("_", with: "/")
    base64 += String(repeating: "=", count: (4 - base64.count % 4) % 4)
    return Data(base64Encoded: base64).flatMap { try? JSONDecoder().decode(TokenHeader.self, from: $0) }
  }
}
