import Foundation

/// The languages that notes can be written in; one file of `Languages/` each.
package struct LanguageProfiles: Sendable {
  /// In alphabetical order of their names.
  package let all: [LanguageProfile]

  package init(_ profiles: [LanguageProfile]) {
    all = profiles.sorted { $0.language < $1.language }
  }

  package subscript(language: String) -> LanguageProfile? {
    all.first { $0.language == language }
  }

  /// The languages that this library carries.
  ///
  /// - Throws: ``StemmingError`` `unreadableLanguage` for a missing folder or a malformed file.
  package static func shipped() throws(StemmingError) -> LanguageProfiles {
    var profiles: [LanguageProfile] = []
    for file in files {
      guard let json = try? Data(contentsOf: file) else {
        throw StemmingError(.unreadableLanguage, file.lastPathComponent)
      }
      profiles.append(try LanguageProfile(json: json))
    }
    guard !profiles.isEmpty else { throw StemmingError(.unreadableLanguage, "Languages") }
    return LanguageProfiles(profiles)
  }

  private static var files: [URL] {
    let folder = Bundle.module.bundleURL.appendingPathComponent("Languages", isDirectory: true)
    let all = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return (all ?? []).filter { $0.pathExtension == "json" }
  }
}
