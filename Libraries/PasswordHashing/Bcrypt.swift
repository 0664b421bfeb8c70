import CCrypt

/// Verifies hashes that were imported from the old system; none are made.
enum Bcrypt {
  /// `$2a$`, `$2b$` or `$2y$`, two digits of cost, 53 characters of salt and hash.
  static func recognises(_ hash: String) -> Bool {
    ["$2a$", "$2b$", "$2y$"].contains { hash.hasPrefix($0) } && hash.utf8.count == 60
  }

  /// bcrypt stops at a NUL and at 72 bytes; a password with a NUL matches nothing.
  static func verify(_ password: String, against hash: String) -> Bool {
    guard !password.utf8.contains(0) else { return false }
    let data = UnsafeMutablePointer<crypt_data>.allocate(capacity: 1)
    defer { data.deallocate() }
    data.initialize(to: crypt_data())
    guard let computed = crypt_r(password, hash, data) else { return false }
    return areEqual(Array(String(cString: computed).utf8), Array(hash.utf8))
  }

  /// In a time that does not depend on where the two differ.
  private static func areEqual(_ first: [UInt8], _ second: [UInt8]) -> Bool {
    first.count == second.count && zip(first, second).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
