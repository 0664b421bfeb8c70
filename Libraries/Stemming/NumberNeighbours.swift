/// What stands around a value that begins or ends with a digit, and whether it makes another number of it.
struct NumberNeighbours {
  private let span: Range<Int>
  private let scalars: [Unicode.Scalar]

  init(of span: Range<Int>, in scalars: [Unicode.Scalar]) {
    self.span = span
    self.scalars = scalars
  }

  /// `24/7`, `5–7`, `7.5`, `7 000`, `-7`, `.7`, `$7`, `7 %`.
  var areJoined: Bool {
    (scalars[span.lowerBound].isDigit && isJoinedBefore) || (scalars[span.upperBound - 1].isDigit && isJoinedAfter)
  }

  private var isJoinedBefore: Bool {
    let neighbours = scalars[..<span.lowerBound].suffix(Self.reach).reversed()
    guard let mark = neighbours.first(where: { !$0.properties.isWhitespace }) else { return false }
    if mark.isSign || mark.isUnit || leadToFigure(Array(neighbours)) { return true }
    guard neighbours.first == mark else { return false }
    let isSpacedOff = neighbours.dropFirst().first?.properties.isWhitespace ?? true
    return mark == "/" || Self.decimalMarks.contains(mark) || (mark.isDash && isSpacedOff)
  }

  private var isJoinedAfter: Bool {
    let neighbours = scalars[span.upperBound...].prefix(Self.reach)
    guard let mark = neighbours.first(where: { !$0.properties.isWhitespace }) else { return false }
    return mark.isUnit || (mark == "/" && neighbours.first == mark) || leadToFigure(Array(neighbours))
  }

  /// A figure behind nothing but white space and at most one mark that joins numbers.
  private func leadToFigure(_ neighbours: [Unicode.Scalar]) -> Bool {
    let rest = neighbours.drop { $0.properties.isWhitespace }
    guard let first = rest.first else { return false }
    if first.isFigure { return true }
    if Self.decimalMarks.contains(first) {
      return neighbours.first == first && rest.dropFirst().first?.isFigure == true
    }
    return first.joinsNumbers && rest.dropFirst().first { !$0.properties.isWhitespace }?.isFigure == true
  }

  /// In code points on either side.
  private static let reach = 5
  private static let decimalMarks: Set<Unicode.Scalar> = [".", ",", ":", "\u{B7}", "'", "\u{2019}"]
}

extension Unicode.Scalar {
  fileprivate var isSign: Bool { ["-", "+", "±", "\u{2212}", "\u{FE63}", "\u{FF0D}"].contains(self) }

  fileprivate var isUnit: Bool {
    properties.generalCategory == .currencySymbol || ["%", "‰", "°", "′", "″", "\u{FF05}"].contains(self)
  }

  fileprivate var isFigure: Bool { isDigit || properties.generalCategory == .otherNumber }

  fileprivate var isDash: Bool { properties.generalCategory == .dashPunctuation }

  fileprivate var joinsNumbers: Bool {
    isDash || properties.generalCategory == .mathSymbol || ["/", "\u{2044}", "*"].contains(self)
  }
}
