import Foundation
import OutboundHTTP
import Schemas
import ServiceClients
import ServiceHTTP
import ServiceHost
import TestSupport
import Testing

@Suite struct FrontDoorTableTests {
  @Test("Every public route of every service is given to that service by the front door's table")
  func owners() async throws {
    let surface = try await Surface.read()

    for entry in surface.entries where !entry.route.isInternal {
      let path = entry.route.path.replacing(/\{[a-z]+\}/, with: "x1")
      #expect(FrontDoorTable.owner(of: path) == entry.service, "\(entry.route.path)")
      #expect(FrontDoorTable.owner(of: "/api" + path) == entry.service, "/api\(entry.route.path)")
    }
  }

  @Test("Internal paths and look-alikes belong to nobody", arguments: ["/internal/auth/revocations", "/perfor", "/"])
  func nobody(path: String) {
    #expect(FrontDoorTable.owner(of: path) == nil)
  }

  @Test("No two services serve the same route")
  func disjoint() async throws {
    let surface = try await Surface.read()

    let names = surface.entries.map(\.testDescription)

    #expect(Set(names).count == names.count)
  }
}
