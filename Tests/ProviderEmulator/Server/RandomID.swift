/// Identifiers in the forms that the providers use.
enum RandomID {
  private static let alphanumerics = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
  private static let hexDigits = Array("0123456789abcdef")

  /// 20 letters and digits: voices, samples, history items, request ids.
  static func alphanumeric(_ length: Int = 20) -> String { make(length, from: alphanumerics) }

  /// 32 hex digits: trace ids.
  static func hex(_ length: Int = 32) -> String { make(length, from: hexDigits) }

  private static func make(_ length: Int, from alphabet: [Character]) -> String {
    String((0..<length).map { _ in alphabet[Int.random(in: alphabet.indices)] })
  }
}
