import Foundation
import TestSupport
import Testing

@Suite struct WhereTests {
  @Test("Every path that docs/where.md names exists")
  func paths() throws {
    let page = try Repository.text(of: "docs/where.md")

    let paths = page.matches(of: /`([A-Za-z][^`]*\/[^`]*)`/).map { String($0.output.1) }

    #expect(paths.count >= 10)
    for path in paths { #expect(Repository.exists(path), "docs/where.md names \(path)") }
  }

  @Test("Every file that the README links exists")
  func readme() throws {
    let page = try Repository.text(of: "README.md")

    for link in page.matches(of: /\]\(([^)#]+)\)/).map({ String($0.output.1) }) where !link.hasPrefix("http") {
      #expect(Repository.exists(link), "README.md links \(link)")
    }
  }
}
