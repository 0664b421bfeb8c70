import PerformCore
import Schemas
import Testing

@testable import PerformPerformance

@Suite("What listeners of a performance get")
struct RunStateTests {
  private static let answer = PerformAnswer(
    routineType: "custom", text: "", audioBase64: nil, audioURL: "", recordingID: "", performanceID: "", filename: "",
    durationSeconds: 0, charCount: 0, monthlyLimit: 0, voiceSource: "", textSource: "", charsUsedRaw: 0,
    charsUsedEffective: 0, model: "", timings: [:])

  @Test("The last bytes are held back until the note is delivered; the note's writer gets them at once")
  func heldBack() throws {
    var state = RunState()
    try state.append([UInt8](repeating: 1, count: RunState.heldBack + 10))
    state.completeAudio()

    #expect(RunState.heldBack >= 417, "a frame at 128 kbit/s")
    #expect(state.forNote(from: 0)?.count == RunState.heldBack + 10)
    #expect(try state.forListener(from: 0)?.count == 10)
    #expect(try state.forListener(from: 10) == nil)

    state.finish(.success(Self.answer))
    #expect(try state.forListener(from: 10)?.count == RunState.heldBack)
    #expect(try state.forListener(from: RunState.heldBack + 10) == [])
  }

  @Test("A failure reaches a listener in the middle of the note")
  func failure() throws {
    var state = RunState()
    try state.append([UInt8](repeating: 1, count: 5000))
    state.finish(.failure(ServiceError(.providerUnavailable)))

    let isOpen = state.attach()
    #expect(throws: ServiceError.self) { try state.forListener(from: 0) }
    #expect(!isOpen)
  }

  @Test("The last listener's leaving gives up a performance that has not begun to speak")
  func abandoned() {
    var state = RunState()
    let attached = [state.attach(), state.attach()]

    let givenUp = [state.detach(), state.detach()]

    let isOpen = state.attach()
    #expect(attached == [true, true] && givenUp == [false, true] && !isOpen)
  }

  @Test("A performance whose link was given away goes on alone")
  func pinned() {
    var state = RunState()
    _ = state.attach()
    state.pin()

    let isGivenUp = state.detach()

    #expect(!isGivenUp)
  }

  @Test("Endless speech is refused")
  func endless() throws {
    var state = RunState()
    try state.append([UInt8](repeating: 1, count: NoteSize.maximum))

    #expect(throws: NoteRenderError.self) { try state.append([1]) }
  }
}
