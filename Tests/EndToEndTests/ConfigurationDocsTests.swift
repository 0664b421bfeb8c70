import AllInOne
import Foundation
import OutboundHTTP
import Schemas
import ServiceClients
import ServiceConfiguration
import ServiceHTTP
import ServiceHost
import TestSupport
import Testing

@Suite struct ConfigurationDocsTests {
  @Test("docs/configuration.md holds exactly what the programs read")
  func table() throws {
    let page = try Repository.text(of: "docs/configuration.md")

    let table = VariableTable.markdown(try AllInOneHost.declaredVariables())

    #expect(page.hasSuffix(table + "\n"), "run scripts/configuration-docs")
  }

  @Test("Every name that the programs read is known, and every known name is read or planned")
  func names() throws {
    let read = Set(try AllInOneHost.declaredVariables().map(\.name))

    #expect(read.subtracting(KnownVariables.names) == [])
    #expect(KnownVariables.names.subtracting(read).subtracting(KnownVariables.planned) == [])
    #expect(KnownVariables.planned.intersection(read) == [])
  }
}
