import Foundation
import ProviderEmulator
import Testing

@Suite("A voice service that is killed at any moment", .serialized)
struct KilledVoiceTests {
  @Test(
    "A first upload: nothing is half done afterwards, and the user gets a voice",
    arguments: [
      KillMoment("while the body arrives", .upload(stallAfter: 200_000)) { try $0.holdsFile("work") },
      KillMoment("while it is decoded", .upload()) { try $0.holdsFile("work", prefix: "sample-") },
      KillMoment("when the sample is stored", .upload()) { try $0.holdsFile("samples") },
      KillMoment("before the provider makes the voice", .upload(), Fault(.voicesAdd) { $0.ending = .hang }) {
        $0.asked(.voicesAdd)
      },
      KillMoment("after it", .upload(), Fault(.voicesAdd) { $0.ending = .hangAfterEffect }) { $0.voiceCount == 1 },
      KillMoment("before the voice is renamed", .clone, Fault(.voiceEdit) { $0.ending = .hang }) {
        $0.asked(.voiceEdit)
      },
      KillMoment("after it", .clone, Fault(.voiceEdit) { $0.ending = .hangAfterEffect }) { $0.hasRenamed },
    ])
  func creating(moment: KillMoment) async throws {
    try await moment.run(samples: moment.isUpload ? [] : [SeededSample("u", second: 3)], hasVoice: false)
  }

  @Test(
    "An update: the old voice or the new one speaks afterwards, and nothing is left over",
    arguments: [
      KillMoment("before the provider makes the voice", .clone, Fault(.voicesAdd) { $0.ending = .hang }) {
        $0.asked(.voicesAdd)
      },
      KillMoment("after it", .clone, Fault(.voicesAdd) { $0.ending = .hangAfterEffect }) { $0.voiceCount == 2 },
      KillMoment("before the voice is renamed", .clone, Fault(.voiceEdit) { $0.ending = .hang }) {
        $0.asked(.voiceEdit)
      },
      KillMoment("before the old voice is deleted", .clone, Fault(.voiceDelete) { $0.ending = .hang }) {
        $0.asked(.voiceDelete)
      },
      KillMoment("after it", .clone, Fault(.voiceDelete) { $0.ending = .hangAfterEffect }) {
        $0.asked(.voiceDelete) && $0.voiceCount == 1
      },
    ])
  func updating(moment: KillMoment) async throws {
    let samples = [SeededSample("u", hash: "aa", second: 1), SeededSample("u", hash: "bb", second: 5)]
    try await moment.run(samples: samples, hasVoice: true)
  }

  @Test(
    "An update with one slot: what had to make room is gone or spared, and the next step is clear",
    arguments: [
      KillMoment("before the old voice makes room", .clone, Fault(.voiceDelete) { $0.ending = .hang }) {
        $0.asked(.voiceDelete)
      },
      KillMoment("after it", .clone, Fault(.voiceDelete) { $0.ending = .hangAfterEffect }) { $0.voiceCount == 0 },
    ])
  func updatingInOneSlot(moment: KillMoment) async throws {
    let samples = [SeededSample("u", hash: "aa", second: 1), SeededSample("u", hash: "bb", second: 5)]
    try await moment.run(samples: samples, hasVoice: true, slots: 1)
  }
}
