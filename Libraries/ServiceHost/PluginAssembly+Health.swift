import Foundation
import OutboundHTTP
import Persistence
import Redis
import Schemas
import ServiceClients

extension PluginAssembly {
  /// Whether another service answers.
  package func dependency(on service: ServiceName) -> ReadinessCheck {
    ReadinessCheck(name: service.rawValue) { [addresses, transport] in
      guard let base = addresses[service] else { return "no address" }
      let request = OutboundRequest(
        method: "GET", url: base + "/livez",
        timeouts: OutboundTimeouts(connect: .seconds(1), firstByte: .seconds(2), idle: .seconds(2)))
      guard let answer = try? await transport.send(request) else { return "does not answer" }
      _ = try? await answer.body.collect(upTo: 1024)
      return answer.status == 200 ? nil : "status \(answer.status)"
    }
  }

  /// The speech model and its price, asked of billing when somebody looks.
  package func modelFacts(_ model: String) -> [HealthFact] {
    [
      HealthFact("elevenlabs_model") { .string(model) },
      HealthFact("model_cost_factor") { [billing] in
        let row = try? await billing.modelCosts().models.first { $0.modelID == model }
        return row.map { .number(NSDecimalNumber(decimal: $0.costFactor).doubleValue) } ?? .null
      },
    ]
  }

  /// The database and Redis, as far as this host has them.
  var sharedDependencies: [ReadinessCheck] {
    var checks: [ReadinessCheck] = []
    if let database = try? database() {
      checks.append(
        ReadinessCheck(name: "database") { await database.isReadable ? nil : "cannot be read" })
    }
    if let redis {
      checks.append(
        ReadinessCheck(name: "redis") { (try? await redis.send("PING")) == nil ? "does not answer" : nil })
    }
    return checks
  }
}
