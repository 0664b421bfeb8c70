import Foundation
import OutboundHTTP
import Schemas
import ServiceClients
import ServiceHTTP
import ServiceHost
import TestSupport
import Testing

/// Services die one at a time; the others go on, say clearly what is missing, and recover.
@Suite(.serialized) struct RestartTests {
  @Test(
    "While one service is gone the others answer, performing says what is missing, and afterwards it works again",
    arguments: [ServiceName.auth, .voice, .billing])
  func killed(service: ServiceName) async throws {
    try await withDeployment(.fourServices, .emulated) { deployment in
      let performer = try await Performer.register(deployment)
      _ = try await performer.upload()
      let before = try await performer.perform()
      try #require(before.status == 200, "\(before.text)")
      let charged = try await performer.charCount()

      await deployment.programs.kill(service.rawValue)
      for other in ServiceName.allCases where other != service {
        let ready = try await deployment.client.at(other).get("/readyz")
        #expect(ready.status == 200, "\(other)")
      }
      let meanwhile = try await performer.perform()
      #expect(meanwhile.status == 503, "\(meanwhile.text)")
      #expect(meanwhile.error == "DEPENDENCY_UNAVAILABLE")
      #expect(meanwhile.json["action"]?.stringValue?.isEmpty == false)

      try await deployment.programs.restart(service.rawValue)
      try await deployment.client.untilReady(service)
      let kept = try await performer.charCount()
      #expect(kept == charged)
      let afterwards = try await performer.perform()
      #expect(afterwards.status == 200, "\(afterwards.text)")
    }
  }

  @Test("Perform keeps nothing: killed and started again it serves the next performance")
  func performKilled() async throws {
    try await withDeployment(.fourServices, .emulated) { deployment in
      let performer = try await Performer.register(deployment)
      _ = try await performer.upload()
      let first = try await performer.perform(headers: ["Idempotency-Key": "k"])

      await deployment.programs.kill("perform")
      let recordings = try await performer.client.get("/users/\(performer.id)/recordings")
      #expect(recordings.status == 200)
      try await deployment.programs.restart("perform")
      try await deployment.client.untilReady(.perform)
      let again = try await performer.perform(headers: ["Idempotency-Key": "k"])

      #expect(try again.decode(PerformAnswer.self).audioBase64 == first.decode(PerformAnswer.self).audioBase64)
    }
  }
}
