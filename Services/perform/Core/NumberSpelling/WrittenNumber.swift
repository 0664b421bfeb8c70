import Schemas

/// What a run of digits and marks says.
struct WrittenNumber: Equatable {
  /// Without group marks; leading zeros kept.
  let whole: String
  let fraction: String?
  /// Zero where no mark parts thousands.
  let groupMarks: Int

  /// `nil` where the marks fit no number, or more than one.
  init?(_ run: DigitRun, language: UserSettings.Language) {
    let marks = NumberMarks(language)
    if let own = Self(run, marks) {
      self = own
    } else if let foreign = Self(run, marks.foreign), foreign.isTelling {
      self = foreign
    } else {
      return nil
    }
  }

  private init?(_ run: DigitRun, _ marks: NumberMarks) {
    let hasFraction = run.marks.last == marks.decimal
    let groups = run.parts.dropLast(hasFraction ? 1 : 0)
    let between = run.marks.dropLast(hasFraction ? 1 : 0)
    guard between.allSatisfy({ $0 == marks.group }) || between.allSatisfy(NumberMarks.neutral.contains) else {
      return nil
    }
    guard between.isEmpty || DigitRun.areThousands(groups) else { return nil }
    whole = groups.joined()
    fraction = hasFraction ? run.parts.last.map(String.init) : nil
    groupMarks = between.count
  }

  /// Can be nothing else although its marks are foreign: `10.000.000` and `1,5` in English, but not `12.2024` in German.
  private var isTelling: Bool {
    guard groupMarks == 0 else { return groupMarks > 1 || fraction != nil }
    return (fraction ?? "").count <= 2 && (whole.count == 1 || !whole.hasPrefix("0"))
  }
}
