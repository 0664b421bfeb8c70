import AllInOne
import ServiceConfiguration
import ServiceHost
import Testing

@Suite struct KnownVariablesTests {
  @Test("Every name that the programs read is known, and every known name is read or planned")
  func names() throws {
    let read = Set(try AllInOneHost.declaredVariables().map(\.name))

    #expect(read.subtracting(KnownVariables.names) == [])
    #expect(KnownVariables.names.subtracting(read).subtracting(KnownVariables.planned) == [])
    #expect(KnownVariables.planned.intersection(read) == [])
  }
}
