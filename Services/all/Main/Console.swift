import Foundation

/// Prints what people and scripts wait for, at once even into a pipe.
enum Console {
  static func tell(_ text: String) {
    FileHandle.standardOutput.write(Data((text + "\n").utf8))
  }
}
