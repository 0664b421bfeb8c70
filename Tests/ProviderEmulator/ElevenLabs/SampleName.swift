import Foundation

/// The one lie in a file's name that the live service is known to refuse: WebM that is called something else.
enum SampleName {
  private static let webmStart: [UInt8] = [0x1A, 0x45, 0xDF, 0xA3]
  private static let webmNames: Set = ["webm", "mkv", "mka"]

  static func fits(_ file: MultipartForm.Part) -> Bool {
    guard file.data.starts(with: webmStart), let name = file.filename, name.contains(".") else { return true }
    return webmNames.contains((name as NSString).pathExtension.lowercased())
  }
}
