import Schemas

/// Which mark parts thousands and which decimals.
struct NumberMarks {
  var group: Character
  var decimal: Character

  init(_ language: UserSettings.Language) {
    (group, decimal) = language == .english ? (",", ".") : (".", ",")
  }

  /// Those of the other half of the world.
  var foreign: NumberMarks {
    var marks = self
    (marks.group, marks.decimal) = (decimal, group)
    return marks
  }

  static let points: Set<Character> = [".", ","]
  static let spaces: Set<Character> = [" ", "\u{A0}", "\u{2009}", "\u{202F}"]
  /// Part thousands in any language.
  static let neutral = spaces.union(["'", "\u{2019}"])
}
