/// Opens once a number of parties have arrived.
actor Gate {
  private var missing: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(count: Int) {
    missing = count
  }

  func arrive() {
    missing -= 1
    guard missing == 0 else { return }
    for continuation in waiting { continuation.resume() }
    waiting = []
  }

  func opened() async {
    guard missing > 0 else { return }
    await withCheckedContinuation { waiting.append($0) }
  }
}
