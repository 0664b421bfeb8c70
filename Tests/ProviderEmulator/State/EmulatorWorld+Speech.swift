extension EmulatorWorld {
  func limit(of group: ConcurrencyGroup) -> Int {
    group == .fast ? account.fastConcurrency : account.concurrency
  }

  /// False when the plan's number of requests at once is reached.
  mutating func enter(_ group: ConcurrencyGroup) -> Bool {
    guard inFlight[group, default: 0] < limit(of: group) else { return false }
    inFlight[group, default: 0] += 1
    peakInFlight = max(peakInFlight, inFlight.values.reduce(0, +))
    return true
  }

  mutating func leave(_ group: ConcurrencyGroup) { inFlight[group, default: 1] -= 1 }
}
