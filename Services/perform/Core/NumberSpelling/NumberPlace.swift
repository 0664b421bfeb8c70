/// What stands around a number and changes how it is read.
struct NumberPlace {
  let before: Substring
  let after: Substring

  init(of range: Range<Substring.Index>, in text: Substring) {
    before = text[..<range.lowerBound]
    after = text[range.upperBound...]
  }

  /// `7th`, `B2`, `12:30`, `555-1234`.
  var isPartOfWord: Bool {
    if let last = before.last, last.isLetter || Self.joins.contains(last) { return true }
    guard let next = after.first else { return false }
    return next.isLetter || (["/", ":", "-"].contains(next) && after.dropFirst().first?.isDigit == true)
  }

  /// `$2.50`, `2,50 €`, `50 %`, `5°`.
  var isAmount: Bool {
    let previous = before.last { !NumberMarks.spaces.contains($0) }
    let next = after.first { !NumberMarks.spaces.contains($0) }
    return previous?.isCurrencySymbol == true || next?.isCurrencySymbol == true || next.map(Self.signs.contains) == true
  }

  /// A German number before ". Oktober".
  var hasOrdinalDot: Bool {
    guard after.first == ".", let space = after.dropFirst().first, NumberMarks.spaces.contains(space) else {
      return false
    }
    return after.dropFirst(2).first?.isLetter == true
  }

  /// `10.30 Uhr`.
  var isClock: Bool { nextWord == "uhr" }

  var isCounted: Bool { Self.units.contains(nextWord) }

  private var nextWord: String {
    after.drop(while: NumberMarks.spaces.contains).prefix(while: \.isLetter).lowercased()
  }

  private static let joins: Set<Character> = ["/", ":", "-", ".", ",", "_"]
  private static let signs: Set<Character> = ["%", "‰", "°"]

  /// Of the languages that read years differently from quantities.
  private static let units: Set<String> = [
    "m", "km", "cm", "mm", "g", "kg", "mg", "t", "l", "ml", "ft", "mi", "lb", "lbs", "oz", "mph", "w", "kw", "hz", "gb",
    "eur", "usd", "gbp", "chf", "dollars", "euro", "euros", "pounds", "percent", "prozent", "dollar", "franken",
    "miles", "feet", "yards", "meters", "metres", "kilometers", "kilometres", "grams", "kilos", "degrees", "steps",
    "meter", "kilometer", "gramm", "kilo", "liter", "grad", "schritte", "meilen",
    "people", "times", "years", "days", "hours", "minutes", "points",
    "menschen", "leute", "mal", "jahre", "tage", "stunden", "minuten", "punkte",
  ]
}
