import Foundation
import HTTPTypes
import Hummingbird
import JWTKit
import Schemas
import Tokens

/// Turns the `Authorization` header into an ``Identity`` and holds it against a route's access.
package struct Authenticator: Sendable {
  private let verifier: TokenVerifier
  /// The name under which service tokens are addressed to this service.
  private let service: String

  package init(verifier: TokenVerifier, service: String) {
    self.verifier = verifier
    self.service = service
  }

  /// - Throws: `UNAUTHENTICATED`, `TOKEN_EXPIRED`, `FORBIDDEN`.
  package func identity(
    of request: Request, for access: RouteAccess, pathID: String?
  ) async throws(ServiceError) -> Identity {
    switch access {
    case .open: return .anonymous
    case .ownerOrSignature where request.headers[.authorization] == nil: return .anonymous
    case .services(let names): return try await callingService(request, among: names)
    case .user: return try await user(request)
    case .owner, .ownerOrSignature: return try await owner(request, pathID: pathID)
    case .admin: return try await admin(request)
    }
  }

  private func callingService(_ request: Request, among names: [String]) async throws(ServiceError) -> Identity {
    let claims = try await claims(of: request, audience: service)
    guard claims.kind == .service, names.contains(claims.sub.value) else { throw ServiceError(.forbidden) }
    return .service(name: claims.sub.value)
  }

  private func user(_ request: Request) async throws(ServiceError) -> Identity {
    let claims = try await claims(of: request, audience: AccessClaims.userAudience)
    guard claims.kind == .user else { throw ServiceError(.unauthenticated) }
    return .user(
      id: claims.sub.value, role: claims.role ?? .user, tokenID: claims.jti.value, issuedAt: claims.iat.value)
  }

  private func owner(_ request: Request, pathID: String?) async throws(ServiceError) -> Identity {
    let identity = try await user(request)
    guard let pathID, identity.userID == pathID else { throw ServiceError(.forbidden) }
    return identity
  }

  private func admin(_ request: Request) async throws(ServiceError) -> Identity {
    let identity = try await user(request)
    guard case .user(_, .admin, _, _) = identity else { throw ServiceError(.forbidden) }
    return identity
  }

  private func claims(of request: Request, audience: String) async throws(ServiceError) -> AccessClaims {
    guard let header = request.headers[.authorization], header.lowercased().hasPrefix("bearer ") else {
      throw ServiceError(.unauthenticated)
    }
    do {
      return try await verifier.verify(String(header.dropFirst(7)), audience: audience)
    } catch {
      throw error.serviceError
    }
  }
}

extension TokenError {
  fileprivate var serviceError: ServiceError {
    switch self {
    case .invalid(let reason): ServiceError(.unauthenticated, cause: reason)
    case .expired: ServiceError(.tokenExpired)
    case .notYetValid: ServiceError(.unauthenticated, cause: "not yet valid")
    case .revoked: ServiceError(.unauthenticated, "This session has been ended.", cause: "revoked")
    case .keysUnavailable:
      ServiceError(.dependencyUnavailable, "Tokens cannot be checked at the moment.", retryAfter: .seconds(2))
    }
  }
}
