import Foundation
import Schemas

/// Ten sentences as performances have them, spoken into files for `Tests/Benchmarks/recognition/word_errors.py`.
enum SpokenWords {
  private static let sentences = [
    "I dreamt of the seven of hearts last night and could not sleep any more",
    "I just woke up thinking about the number forty two and I have no idea why",
    "There was a woman called Laura in my dream and she waited at the station",
    "I keep seeing spiders everywhere since this morning it is really strange",
    "In the dream I was sitting in a cinema and they were showing the Matrix",
    "Somebody told me that he was a scorpion and then the telephone rang",
    "It was the summer of nineteen eighty seven and we were driving to the sea",
    "I had this picture of a red bicycle in my head when I opened my eyes",
    "All night long I was looking for the queen of diamonds under the bed",
    "My grandfather stood in the kitchen and asked me about a place called Berlin",
  ]

  /// `<voice>-<number>.raw`, 16-bit mono at 22.05 kHz, and `sentences.txt`.
  static func write(
    to folder: String, as voice: String, _ speak: (_ sentence: String) async throws -> [UInt8]
  ) async throws {
    try sentences.joined(separator: "\n").write(toFile: folder + "/sentences.txt", atomically: true, encoding: .utf8)
    for (number, sentence) in sentences.enumerated() {
      try Data(try await speak(sentence)).write(to: URL(filePath: "\(folder)/\(voice)-\(number).raw"))
    }
  }
}
