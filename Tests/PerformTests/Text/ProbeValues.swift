import Foundation
import PerformCore

/// Values of the kinds that a routine is played with.
enum ProbeValues {
  /// All of them with every frame, instead of one of them with each.
  static let isLong = ProcessInfo.processInfo.environment["VOICEMEMOS_TEST_LONG"] == "1"

  /// None of them has a word that the frames are made of.
  static func of(_ routine: Routine, _ language: String) -> [String] {
    switch routine.input {
    case .choice(let choices, _, _): choices[language] ?? []
    case .number(let range):
      [range.lowerBound + 1, (range.lowerBound + range.upperBound) / 2, range.upperBound].map(String.init)
    case .text: routine.id == "movies" ? films : others
    }
  }

  private static let films = ["The Godfather", "8½", "Die Blechtrommel", "Amélie", "Django 1966", "Psycho"]
  private static let others = [
    "Ana", "José Ángel", "Nguyễn Thị Hương", "O’Neill", "77", "💀", "Владимир", "שלום", "Anne-Marie",
    "Lawrence Bartholomew Featherstonehaugh", String(repeating: "q", count: 120),
  ]
}
