import PerformCore
import Schemas

/// One performance as its listeners see it.
struct RunState: Sendable {
  /// Listeners do not get the note's last bytes before it is paid for and confirmed: about 50 ms of sound.
  static let heldBack = 1024

  private(set) var note: NoteAnswer?
  private(set) var head: PerformanceHead?
  private(set) var audio: [UInt8] = []
  private(set) var isWhole = false
  private(set) var outcome: Result<PerformAnswer, ServiceError>?
  private(set) var isAbandoned = false
  private var listeners = 0
  /// Goes on without listeners: its link was given away.
  private var isPinned = false

  mutating func opened(_ note: NoteAnswer) { self.note = note }

  /// The provider's first audio is in: from here on the performance is finished whoever listens.
  mutating func begin(_ head: PerformanceHead) throws {
    if isAbandoned { throw CancellationError() }
    self.head = head
  }

  mutating func append(_ bytes: [UInt8]) throws(NoteRenderError) {
    guard audio.count + bytes.count <= NoteSize.maximum else {
      throw NoteRenderError(.unusableSpeech, "longer than \(NoteSize.maximum) bytes")
    }
    audio += bytes
  }

  mutating func completeAudio() { isWhole = true }

  mutating func finish(_ outcome: Result<PerformAnswer, ServiceError>) { self.outcome = outcome }
}

extension RunState {
  /// - Returns: `false` for a performance that was given up or has failed, which nobody can join any more.
  mutating func attach() -> Bool {
    if isAbandoned { return false }
    if case .failure = outcome { return false }
    listeners += 1
    return true
  }

  mutating func pin() { isPinned = true }

  /// - Returns: whether the last listener has left a performance that has not begun to speak; it is given up then.
  mutating func detach() -> Bool {
    listeners -= 1
    guard listeners == 0, !isPinned, head == nil, outcome == nil, !isAbandoned else { return false }
    isAbandoned = true
    return true
  }

  /// What the note's writer gets next; empty at the end, `nil` for nothing yet.
  func forNote(from offset: Int) -> [UInt8]? {
    offset < audio.count ? Array(audio[offset...]) : isWhole ? [] : nil
  }

  /// What a listener gets next; empty at the end, `nil` for nothing yet.
  ///
  /// - Throws: what ended the performance.
  func forListener(from offset: Int) throws(ServiceError) -> [UInt8]? {
    if let outcome { _ = try outcome.get() }
    let end = outcome == nil ? audio.count - Self.heldBack : audio.count
    return offset < end ? Array(audio[offset..<end]) : outcome == nil ? nil : []
  }
}

/// What is known when the first audio goes out.
struct PerformanceHead: Sendable {
  var performanceID: String
  var recordingID: String
  var voiceSource: String
  var textSource: String
  var charsUsedRaw: Int
  var charsUsedEffective: Int
  var model: String
  var filename: String
  var serverTiming: String
}
