import OutboundHTTP
import SpeechProviders

extension ElevenLabsClient: VoiceCloning {
  package func voices() async throws(SpeechError) -> [ProviderVoice] {
    var voices: [ProviderVoice] = []
    var token: String?
    repeat {
      let page = try await decode(VoicePage.self, from: request("GET", VoicePage.path(after: token)), during: .read)
      voices += page.voices.map { ProviderVoice($0) }
      token = try page.nextToken(after: token)
    } while token != nil
    return voices
  }

  package func allowance() async throws(SpeechError) -> VoiceAllowance {
    VoiceAllowance(
      try await decode(SubscriptionAnswer.self, from: request("GET", "/v1/user/subscription"), during: .read))
  }

  package func createVoice(_ creation: VoiceCreation) async throws(SpeechError) -> CreatedVoice {
    let parts = try Self.parts(name: creation.name, labels: creation.labels) + Self.parts(samples: creation.samples)
    let answer = try await decode(
      CreatedVoiceAnswer.self, from: form("/v1/voices/add", parts), during: .change)
    return CreatedVoice(id: answer.voiceId, requiresVerification: answer.requiresVerification)
  }

  package func renameVoice(id: String, name: String, labels: [String: String]) async throws(SpeechError) {
    try await perform(form("/v1/voices/\(escaped(id))/edit", Self.parts(name: name, labels: labels)), during: .change)
  }

  package func deleteVoice(id: String) async throws(SpeechError) {
    do throws(SpeechError) {
      try await perform(request("DELETE", "/v1/voices/\(escaped(id))"), during: .delete)
    } catch {
      guard error.code == .voiceNotFound else { throw error }
    }
  }
}

// MARK: - Forms

extension ElevenLabsClient {
  private func form(_ path: String, _ parts: [MultipartPart]) -> OutboundRequest {
    var form = request("POST", path)
    form.body = .multipart(parts)
    form.timeouts.firstByte = configuration.cloneTimeout
    return form
  }

  private static func parts(name: String, labels: [String: String]) throws(SpeechError) -> [MultipartPart] {
    [
      MultipartPart(name: "name", content: .bytes(Array(name.utf8))),
      MultipartPart(name: "labels", content: .bytes(try encode(labels))),
    ]
  }

  /// The file names are ours: a path says nothing to the provider, but its extension has to match the content.
  private static func parts(samples: [String]) -> [MultipartPart] {
    samples.enumerated().map { index, path in
      MultipartPart(
        name: "files", filename: "sample-\(index + 1).mp3", contentType: "audio/mpeg", content: .file(path: path))
    }
  }
}
