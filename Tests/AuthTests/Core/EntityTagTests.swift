import AuthCore
import Testing

@Suite struct EntityTagTests {
  private let tag = EntityTag(versions: 3)

  @Test(
    "If-Match lets the named version, any version, or no condition through",
    arguments: [
      (nil, true), ("\"3\"", true), ("\"1\", \"3\"", true), ("*", true), ("\"2\"", false), ("W/\"3\"", false),
      ("", false),
    ])
  func judgesIfMatch(header: String?, passes: Bool) {
    #expect(tag.satisfies(ifMatch: header) == passes)
  }

  @Test(
    "If-None-Match knows the version, weak or strong",
    arguments: [(nil, false), ("\"3\"", true), ("W/\"3\"", true), ("\"2\"", false), ("\"2\",\"3\"", true)])
  func judgesIfNoneMatch(header: String?, known: Bool) {
    #expect(tag.isKnown(ifNoneMatch: header) == known)
  }
}
