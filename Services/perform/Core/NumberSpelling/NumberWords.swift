import Foundation
import Schemas

/// Numbers as words, by the rules of Unicode's locale data.
struct NumberWords: Sendable {
  let language: UserSettings.Language
  let readsYears: Bool

  /// `nil` for what is better left in digits.
  func words(for token: NumberToken) -> String? {
    let digits = token.number.whole
    let isLong = token.number.groupMarks == 0 && digits.count > Self.longestQuantity
    let isCode = isLong || (digits.count > 1 && digits.hasPrefix("0"))
    let whole = isCode ? oneByOne(digits) : quantity(digits, token)
    guard let whole, let fraction = token.number.fraction else { return signed(whole, token) }
    guard let decimals = oneByOne(fraction) else { return nil }
    return signed("\(whole) \(language.decimalMark) \(decimals)", token)
  }

  private func quantity(_ digits: String, _ token: NumberToken) -> String? {
    guard let number = Int(digits) else { return nil }
    let isYear = readsYears && token.mayBeYear
    switch language {
    case .english where isYear && (1100...2099).contains(number): return englishYear(number)
    case .german where isYear && (1100...1999).contains(number): return germanYear(number)
    default: return spelled(number)
    }
  }

  /// 1987 is nineteen eighty-seven, 1900 nineteen hundred, 1905 nineteen oh five, 2005 two thousand five.
  private func englishYear(_ year: Int) -> String? {
    let (century, rest) = (year / 100, year % 100)
    if (2000...2009).contains(year) { return spelled(year) }
    guard let first = spelled(century), let second = spelled(rest) else { return nil }
    return rest == 0 ? "\(first) hundred" : rest < 10 ? "\(first) oh \(second)" : "\(first) \(second)"
  }

  /// 1987 is neunzehnhundertsiebenundachtzig; before and after these centuries years are read like quantities.
  private func germanYear(_ year: Int) -> String? {
    guard let century = spelled(year / 100), let rest = spelled(year % 100) else { return nil }
    return "\(century)hundert" + (year % 100 == 0 ? "" : rest)
  }

  private func signed(_ words: String?, _ token: NumberToken) -> String? {
    guard token.isNegative, let words else { return words }
    return "\(language.minus) \(words)"
  }

  private func oneByOne(_ digits: String) -> String? {
    let words = digits.compactMap { $0.wholeNumberValue.flatMap(spelled) }
    return words.count == digits.count ? words.joined(separator: " ") : nil
  }

  private func spelled(_ number: Int) -> String? {
    // Locale data marks where German and Italian compounds may be parted; a speech model must not see that.
    SpellOutFormatters.text(number, locale: language.code)?.replacing("\u{AD}", with: "")
  }

  /// Longer runs are codes or telephone numbers.
  private static let longestQuantity = 9
}

extension UserSettings.Language {
  fileprivate var minus: String {
    switch self {
    case .english, .german: "minus"
    case .spanish, .portuguese: "menos"
    case .french: "moins"
    case .italian: "meno"
    }
  }

  fileprivate var decimalMark: String {
    switch self {
    case .english: "point"
    case .spanish: "coma"
    case .french: "virgule"
    case .italian: "virgola"
    case .portuguese: "vírgula"
    case .german: "Komma"
    }
  }
}
