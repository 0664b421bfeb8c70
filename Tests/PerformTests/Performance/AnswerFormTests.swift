import Testing

@testable import PerformPerformance

@Suite struct AnswerFormTests {
  @Test(
    "The answer's form follows the weights of Accept; JSON where both are as welcome",
    arguments: [
      (nil, .json), ("*/*", .json), ("application/json", .json), ("audio/mpeg", .audio), ("Audio/MPEG ; q=0.5", .audio),
      ("application/json, audio/mpeg;q=0.1", .json), ("audio/mpeg;q=0, application/json", .json),
      ("audio/mpeg, application/json;q=0.9", .audio), ("text/html", .json), ("audio/mpeg;q=0, */*", .json),
      ("audio/webm,audio/ogg,audio/wav,audio/*;q=0.9,application/ogg;q=0.7,video/*;q=0.6,*/*;q=0.5", .audio),
    ] as [(String?, AnswerForm)])
  func accept(header: String?, form: AnswerForm) {
    #expect(AnswerForm(accept: header, prefer: nil) == form)
  }

  @Test(
    "A link comes to who prefers not to wait",
    arguments: [
      ("respond-async", .accepted), ("wait=10, Respond-Async", .accepted), ("respond-asynchronously", .audio),
      ("respond-async; hint=audio", .accepted), ("respond-async ;a=1, wait=10", .accepted), ("", .audio),
      ("wait=10; respond-async", .audio),
    ]
      as [(String, AnswerForm)])
  func prefer(header: String, form: AnswerForm) {
    #expect(AnswerForm(accept: "audio/mpeg", prefer: header) == form)
  }
}
