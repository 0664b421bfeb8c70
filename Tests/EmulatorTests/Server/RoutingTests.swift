import Foundation
import ProviderEmulator
import Testing

@Suite("Two providers on one port")
struct RoutingTests {
  @Test("The list of models is told apart by the caller's headers, or by a prefix")
  func sharedPath() async throws {
    try await withEmulator { _, client in
      let google = try await client.gemini("/v1/models")
      let eleven = try await client.elevenLabs("/v1/models")
      let prefixed = try await Curl.run([client.url + "/gemini/v1/models"])

      #expect(google.json["models"]?.array?.isEmpty == false)
      #expect(eleven.json.array?.isEmpty == false)
      #expect(prefixed.errorStatus == "PERMISSION_DENIED")
    }
  }

  @Test("Two emulators share nothing")
  func independence() async throws {
    try await withEmulator { first, _ in
      try await withEmulator { second, _ in
        first.state.addForeignVoice(name: "Ana")

        #expect(second.state.snapshot.ownVoices.isEmpty)
        #expect(first.url != second.url)
      }
    }
  }
}
