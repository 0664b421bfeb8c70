import Foundation
import Testing
import VoiceStorage

@Suite("Folders of unfinished files")
struct ProcessFolderTests {
  private func withParent(_ body: (String) throws -> Void) throws {
    let parent = FileManager.default.temporaryDirectory.appending(path: "folders-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: parent) }
    try body(parent)
  }

  private func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  @Test("What a dead process left is removed, what a living one holds stays")
  func leftBehind() throws {
    try withParent { parent in
      let own = try ProcessFolder(in: parent)
      let living = try ProcessFolder(in: parent)
      try FileManager.default.createDirectory(atPath: "\(parent)/dead/deep", withIntermediateDirectories: true)
      for path in ["\(parent)/loose", "\(parent)/dead/deep/file", "\(living.path)/file", "\(own.path)/file"] {
        try Data([1]).write(to: URL(filePath: path))
      }

      #expect(try own.removeLeftBehind() == false)
      #expect(try names(in: parent) == [own.path, living.path].map { ($0 as NSString).lastPathComponent }.sorted())
      #expect(try names(in: living.path) == ["file"] && names(in: own.path) == ["file"])

      living.remove()
      #expect(try own.removeLeftBehind())
    }
  }

  @Test("A folder goes with whoever holds it, and no second time")
  func removal() throws {
    try withParent { parent in
      let folder = try ProcessFolder(in: parent)
      folder.remove()
      folder.remove()
      _ = try ProcessFolder(in: parent)

      #expect(try names(in: parent) == [])
    }
  }
}
