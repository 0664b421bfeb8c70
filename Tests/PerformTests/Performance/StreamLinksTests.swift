import Foundation
import Schemas
import TestSupport
import Testing

@testable import PerformPerformance

@Suite("Links to accepted performances")
struct StreamLinksTests {
  private struct Query {
    var expires: String?
    var signature: String?

    init(_ link: String) {
      let items = URLComponents(string: link)?.queryItems ?? []
      expires = items.first { $0.name == "expires" }?.value
      signature = items.first { $0.name == "signature" }?.value
    }
  }

  @Test("A link opens its own performance at every replica, until it ends")
  func opens() throws {
    let clock = try ManualClock()
    let links = StreamLinks(secret: "one secret for all replicas", clock: clock.wallClock)
    let other = StreamLinks(secret: "one secret for all replicas", clock: clock.wallClock)

    let query = Query(links.link(to: "p-1"))

    try other.check("p-1", expires: query.expires, signature: query.signature)
    #expect(throws: ServiceError.self) {
      try links.check("p-2", expires: query.expires, signature: query.signature)
    }
    clock.advance(by: .seconds(StreamLinks.lifetime + 1))
    #expect(throws: ServiceError.self) {
      try links.check("p-1", expires: query.expires, signature: query.signature)
    }
  }

  @Test("A link without a signature, or with another service's, opens nothing")
  func refused() throws {
    let clock = try ManualClock()
    let links = StreamLinks(secret: "ours", clock: clock.wallClock)
    let theirs = Query(StreamLinks(secret: "theirs", clock: clock.wallClock).link(to: "p-1"))

    for signature in [nil, "", "zz", theirs.signature] {
      #expect(throws: ServiceError.self) {
        try links.check("p-1", expires: theirs.expires, signature: signature)
      }
    }
  }
}
