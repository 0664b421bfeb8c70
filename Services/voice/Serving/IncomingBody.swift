import HTTPTypes
import Hummingbird
import NIOCore
import Schemas
import ServiceHTTP

/// A request's body, part by part, told apart from one that only broke off.
///
/// The server reports some broken connections as the end of the body, so a declared length is checked as well.
package struct IncomingBody: Sendable {
  private let call: Call

  package init(_ call: Call) {
    self.call = call
  }

  /// Hands over the parts in order and returns after the last one.
  ///
  /// - Throws: ``BodyBroken`` where the body ended early, or whatever `take` throws.
  package func read(_ take: (_ bytes: [UInt8]) async throws -> Void) async throws {
    var count = 0
    do {
      for try await part in call.request.body {
        count += part.readableBytes
        try await take([UInt8](part.readableBytesView))
      }
    } catch let error as ServiceError {
      throw error
    } catch is CancellationError {
      throw BodyBroken()
    }
    if Task.isCancelled { throw BodyBroken() }
    if let declared = declaredLength, declared != count { throw BodyBroken() }
  }

  /// In bytes, where the caller says so.
  package var declaredLength: Int? { call.request.headers[.contentLength].flatMap { Int($0) } }
}

/// A request's body that did not arrive whole. Nobody is left to read the answer.
package struct BodyBroken: Error {
  package init() {}
}
