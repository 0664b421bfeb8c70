extension EmulatorWorld {
  /// The journal keeps this many calls; counters go on.
  static let journalLimit = 5_000

  /// Writes the call down; returns its number.
  mutating func record(_ entry: JournalEntry) -> Int {
    var entry = entry
    sequence += 1
    entry.sequence = sequence
    calls[entry.endpoint, default: 0] += 1
    if journal.count >= Self.journalLimit { journal.removeFirst(Self.journalLimit / 2) }
    journal.append(entry)
    return sequence
  }

  mutating func close(_ sequence: Int, status: Int) {
    guard let index = journal.lastIndex(where: { $0.sequence == sequence }) else { return }
    journal[index].status = status
  }
}
