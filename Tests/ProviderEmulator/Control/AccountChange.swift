/// Merges members into the account; a new `tier` brings its own allowances and keeps what is used.
enum AccountChange {
  static func apply(_ change: JSON, to state: EmulatorState) throws {
    guard let members = change.object else { throw ControlFailure(status: 400, message: "an object is needed") }
    try state.update { world in
      var base = members["tier"]?.string.map(Account.init(tier:)) ?? world.account
      base.characterCount = world.account.characterCount
      base.voiceAddEditCounter = world.account.voiceAddEditCounter
      let known = JSON(encoding: base).object ?? [:]
      let strangers = Set(members.keys).subtracting(names)
      guard strangers.isEmpty else {
        throw ControlFailure(status: 400, message: "unknown: \(strangers.sorted().joined(separator: ", "))")
      }
      world.account = try JSON.object(known.merging(members) { $1 }).decoded(as: Account.self)
    }
  }

  private static let names = Set(JSON(encoding: Account()).object?.keys.map { $0 } ?? [])
}
