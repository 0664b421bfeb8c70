import CArgon2

/// The door to libargon2. Calls block for tens of milliseconds.
enum Argon2 {
  static let saltBytes = 16
  private static let hashBytes = 32

  static func hash(
    _ password: String, salt: [UInt8], _ parameters: Argon2Parameters
  ) -> Result<String, PasswordHashingError> {
    let length = argon2_encodedlen(
      parameters.passes, parameters.memoryKiB, parameters.lanes, UInt32(salt.count), UInt32(hashBytes), Argon2_id)
    var encoded = [CChar](repeating: 0, count: length)
    let secret = Array(password.utf8)
    let code = argon2id_hash_encoded(
      parameters.passes, parameters.memoryKiB, parameters.lanes, secret, secret.count, salt, salt.count, hashBytes,
      &encoded, length)
    guard code == ARGON2_OK.rawValue else { return .failure(.failed(code)) }
    return .success(String(decoding: encoded.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self))
  }

  static func verify(_ password: String, against hash: String) -> Bool {
    let secret = Array(password.utf8)
    return argon2id_verify(hash, secret, secret.count) == ARGON2_OK.rawValue
  }
}
