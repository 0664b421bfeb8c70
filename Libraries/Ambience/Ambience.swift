import Foundation

/// The recorded backgrounds that the product ships: MP3 files with their sources and licences beside them.
package enum Ambience {
  /// Path of the folder with the `<name>.mp3` files; a new background is one more file there.
  package static let folder = Bundle.module.bundleURL.appendingPathComponent("Recordings", isDirectory: true).path
}
