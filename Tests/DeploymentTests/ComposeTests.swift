import ServiceConfiguration
import Testing

@Suite struct ComposeTests {
  @Test("The compose file is valid with and without TLS, wants its secrets, and the Dockerfile passes the linter")
  func valid() async throws {
    let outcome = try await Script.run("scripts/compose-check")

    #expect(outcome.succeeded, "\(outcome.output)")
  }

  @Test("Every container is without root, capabilities, and a writable file system, and has limits")
  func hardened() async throws {
    let file = try await ComposeFile.resolved()

    for (name, service) in file.services {
      let limits = service.deploy?.resources.limits
      #expect(service.user == "10001:10001", "\(name)")
      #expect(service.read_only == true, "\(name)")
      #expect(service.cap_drop == ["ALL"], "\(name)")
      #expect(service.security_opt == ["no-new-privileges:true"], "\(name)")
      #expect(service.tmpfs?.allSatisfy { $0.contains("noexec") } == true, "\(name)")
      #expect(limits?.cpus != nil && limits?.memory != nil && limits?.pids != nil, "\(name)")
    }
  }

  @Test("Only the front door publishes a port, and only voice and perform reach the providers")
  func networks() async throws {
    let file = try await ComposeFile.resolved()

    let published = file.services.filter { !($0.value.ports ?? []).isEmpty }.keys
    let outbound = file.services.filter { $0.value.networks.keys.contains("providers") }.keys

    #expect(published.sorted() == ["web"])
    #expect(outbound.sorted() == ["perform", "voice"])
    #expect(file.networks["inside"]??.internal == true)
  }

  @Test("The services trust the address that the front door has")
  func trustedProxy() async throws {
    let file = try await ComposeFile.resolved()

    let door = try #require(file.services["web"]?.networks["inside"]??.ipv4_address)

    for name in ["auth", "voice", "perform", "billing"] {
      #expect(file.services[name]?.environment?["TRUSTED_PROXIES"] == door, "\(name)")
    }
  }

  @Test("Auth, voice and billing keep their data in a volume, perform and Redis keep nothing")
  func volumes() async throws {
    let file = try await ComposeFile.resolved()

    let keeping = file.services.filter { $0.value.volumes?.contains { $0.target == "/data" } == true }.keys

    #expect(keeping.sorted() == ["auth", "billing", "voice"])
  }

  @Test("Every variable of the product reaches a container, and no container is given one that nobody knows")
  func variables() async throws {
    let file = try await ComposeFile.resolved()

    let passed = Set(file.services.values.flatMap { ($0.environment ?? [:]).keys })

    #expect(KnownVariables.names.subtracting(passed).subtracting(Self.setOtherwise).sorted() == [])
    #expect(passed.subtracting(KnownVariables.names).subtracting(KnownVariables.planned).sorted() == [])
  }

  /// Fixed in the image, or not used behind the front door.
  private static let setOtherwise: Set = ["DATA_DIR", "PORT", "TLS_CERT_FILE", "TLS_KEY_FILE"]
}
