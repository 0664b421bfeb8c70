/// The cost of one Argon2id hash. Constants of the program: a later release raises them, and logins rehash.
package struct Argon2Parameters: Sendable, Equatable {
  package var memoryKiB: UInt32
  package var passes: UInt32
  package var lanes: UInt32

  package init(memoryKiB: UInt32, passes: UInt32, lanes: UInt32) {
    self.memoryKiB = memoryKiB
    self.passes = passes
    self.lanes = lanes
  }

  /// 19 MiB, two passes, one lane: the OWASP Password Storage Cheat Sheet's second equivalent choice.
  package static let recommended = Argon2Parameters(memoryKiB: 19 * 1024, passes: 2, lanes: 1)

  /// Reads `$argon2id$v=19$m=…,t=…,p=…$…`; `nil` for any other form.
  init?(in hash: String) {
    let parts = hash.split(separator: "$")
    guard parts.count == 5, parts[0] == "argon2id", parts[1] == "v=19" else { return nil }
    let values = parts[2].split(separator: ",").map { $0.split(separator: "=", maxSplits: 1) }
    guard values.map(\.first) == ["m", "t", "p"], let memory = values[0].last.flatMap({ UInt32($0) }),
      let passes = values[1].last.flatMap({ UInt32($0) }), let lanes = values[2].last.flatMap({ UInt32($0) })
    else { return nil }
    self.init(memoryKiB: memory, passes: passes, lanes: lanes)
  }

  func isAtLeast(_ other: Argon2Parameters) -> Bool {
    memoryKiB >= other.memoryKiB && passes >= other.passes && lanes >= other.lanes
  }
}
