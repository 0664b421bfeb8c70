/// Turns uploaded files into samples: each must be playable and what its name says, and none may come twice.
struct SampleIntake: Sendable {
  let environment: EmulatorEnvironment

  func samples(_ form: VoiceForm, _ request: EmulatorRequest) async throws -> [Voice.Sample] {
    let hashes = form.files.map { StableHash.of($0.data) }
    guard Set(hashes).count == hashes.count else { throw ElevenLabsCallErrors.sameFileTwice.refusal(request) }
    var samples: [Voice.Sample] = []
    for (file, hash) in zip(form.files, hashes) {
      guard SampleName.fits(file), let seconds = await environment.samples.seconds(of: file.data, hash: hash) else {
        throw ElevenLabsCallErrors.corruptedAudio.refusal(request)
      }
      samples.append(
        Voice.Sample(
          id: RandomID.alphanumeric(), fileName: file.filename ?? "upload",
          mimeType: file.contentType ?? "application/octet-stream", sizeBytes: file.data.count,
          hash: String(hash, radix: 16), durationSecs: seconds))
    }
    return samples
  }
}
