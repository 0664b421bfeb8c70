/// The scripted faults in order; each call takes at most one.
struct FaultScript: Sendable {
  private(set) var faults: [Fault] = []

  mutating func append(_ fault: Fault) { faults.append(fault) }
  mutating func clear() { faults = [] }

  /// The fault for this call, its counters moved on.
  mutating func take(for endpoint: Endpoint, body: String) -> Fault? {
    for index in faults.indices where matches(faults[index], endpoint, body) {
      if let skip = faults[index].skip, skip > 0 {
        faults[index].skip = skip - 1
        continue
      }
      return use(at: index)
    }
    return nil
  }

  private func matches(_ fault: Fault, _ endpoint: Endpoint, _ body: String) -> Bool {
    (fault.endpoint ?? endpoint) == endpoint && fault.whenBodyContains.map(body.contains) ?? true
  }

  private mutating func use(at index: Int) -> Fault {
    let fault = faults[index]
    let times = fault.times ?? 1
    if times > 1 { faults[index].times = times - 1 }
    if times == 0 || times == 1 { faults.remove(at: index) }
    return fault
  }
}
