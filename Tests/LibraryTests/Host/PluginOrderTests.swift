import Testing

@testable import ServiceHost

private struct Part: ServicePlugin {
  var identity: String
  var provides: [AnyPortKey] = []
  var needs: [AnyPortKey] = []

  init(_ identity: String, provides: [String] = [], needs: [String] = []) {
    self.identity = identity
    self.provides = provides.map { PortKey<Int>($0).any }
    self.needs = needs.map { PortKey<Int>($0).any }
  }

  func assemble(_ settings: NoSettings, in assembly: PluginAssembly) async throws -> Contributions { Contributions() }
}

@Suite struct PluginOrderTests {
  @Test("A plugin comes after those it needs; equals keep the written order")
  func order() throws {
    let plugins = [
      Part("t.c", needs: ["x"]), Part("t.b"), Part("t.a", provides: ["x"]), Part("t.d"),
    ]

    let ordered = try PluginOrder.sorted(plugins).map(\.identity)

    #expect(ordered == ["t.b", "t.a", "t.c", "t.d"])
  }

  @Test("A plugin listed twice is refused by name")
  func duplicate() {
    #expect(throws: PluginOrderError.duplicatePlugin("t.a")) {
      try PluginOrder.sorted([Part("t.a"), Part("t.a")])
    }
  }

  @Test("A port that two plugins provide is refused with both names")
  func duplicatePort() {
    #expect(throws: PluginOrderError.duplicatePort("x", "t.a", "t.b")) {
      try PluginOrder.sorted([Part("t.a", provides: ["x"]), Part("t.b", provides: ["x"])])
    }
  }

  @Test("A port that nobody provides is refused with the one who needs it")
  func gap() {
    #expect(throws: PluginOrderError.missingPort("x", neededBy: "t.a")) {
      try PluginOrder.sorted([Part("t.a", needs: ["x"])])
    }
  }

  @Test("Plugins that need each other are refused together")
  func cycle() {
    let plugins = [Part("t.a", provides: ["x"], needs: ["y"]), Part("t.b", provides: ["y"], needs: ["x"])]

    #expect(throws: PluginOrderError.cycle(["t.a", "t.b"])) { try PluginOrder.sorted(plugins) }
  }
}
