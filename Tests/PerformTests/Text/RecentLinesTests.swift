import TemplateText
import Testing

@Suite("Recent lines")
struct RecentLinesTests {
  @Test("The most recent people are remembered, the oldest are let go")
  func bounded() {
    let recent = RecentLines(capacity: 10)

    for index in 0..<100 { recent.remember(.init(frame: "f", text: "\(index)"), for: "user \(index)") }

    #expect(recent.last(of: "user 99")?.text == "99")
    #expect(recent.last(of: "user 90")?.text == "90")
    #expect(recent.last(of: "user 70") == nil)
  }
}
