import Foundation

/// The one recording of real speech that the repository carries.
package enum SpeechClip {
  /// Path of a WebM/Opus file: a man reading English for 49.1 s.
  package static var path: String {
    Bundle.module.bundlePath + "/Fixtures/en_male_libri3005.webm"
  }
}
