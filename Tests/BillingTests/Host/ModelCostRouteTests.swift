import Schemas
import ServiceClients
import TestSupport
import Testing

@Suite struct ModelCostRouteTests {
  @Test("The cost table is shown to users and services with every column")
  func costs() async throws {
    try await withBilling { bench in
      let user = try await bench.user("u1").get("/models/costs")
      let perform = try await bench.client(as: .perform).modelCosts()

      let turbo = user.json["models"]?.arrayValue?.first { $0["model_id"] == "eleven_turbo_v2_5" }
      #expect(turbo?["cost_factor"] == 0.5)
      #expect(turbo?["character_limit"] == 40000)
      #expect(turbo?["effective_from"] == "2024-01-01")
      #expect(try user.decode(ModelCostsAnswer.self) == perform)
      #expect(try await bench.host.client.get("/models/costs").status == 401)
    }
  }

  @Test("Health tells the configured model and its factor; readiness and metrics answer")
  func health() async throws {
    try await withBilling(["ELEVEN_LABS_MODEL": "eleven_v3"]) { bench in
      let health = try await bench.host.client.get("/health")
      let ready = try await bench.host.client.get("/readyz")
      let client = bench.client(as: .perform)
      _ = try await client.reserve(
        ReservationRequest(userID: "u1", performanceID: "p1", maxChars: 20, model: "eleven_v3"))
      _ = try await client.commit("p1", CommitRequest(charsRaw: 12, providerCost: 3))

      let metrics = try await bench.host.client.get("/metrics").text

      #expect(health.json["service"] == "billing")
      #expect(health.json["elevenlabs_model"] == "eleven_v3")
      #expect(health.json["model_cost_factor"] == 1)
      #expect(health.json["dependencies"] == ["database": "ok", "ledger": "ok"])
      #expect(ready.status == 200)
      #expect(metrics.contains("ledger_commits_total 1\n"))
      #expect(metrics.contains("ledger_provider_cost_total 3\n"))
    }
  }
}
