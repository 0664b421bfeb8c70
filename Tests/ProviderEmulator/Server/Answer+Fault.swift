import Foundation

extension Answer {
  /// Lays the transport part of a scripted fault over the answer.
  func applying(_ fault: Fault?) -> Answer {
    guard let fault else { return self }
    var answer = self
    answer.override(headers: fault.headers ?? [:], contentType: fault.contentType)
    answer.firstByteDelay += .milliseconds(fault.firstByteDelayMs ?? 0)
    answer.chunkDelay += .milliseconds(fault.chunkDelayMs ?? 0)
    if let size = fault.chunkBytes { answer.rechunk(size) }
    answer.end(fault.ending, after: fault.cutAfterBytes)
    return answer
  }

  private mutating func override(headers extra: [String: String], contentType: String?) {
    var overriding = Dictionary(extra.map { ($0.key.lowercased(), $0.value) }) { _, last in last }
    if let contentType { overriding["content-type"] = contentType }
    headers.removeAll { overriding[$0.name] != nil }
    headers += overriding.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private mutating func rechunk(_ size: Int) {
    guard case .chunks(let chunks) = body else { return }
    body = .chunks(chunks.reduce(Data(), +).split(every: size))
  }

  private mutating func end(_ scripted: Fault.Ending?, after limit: Int?) {
    switch scripted {
    case .lostAnswer: ending = .lost
    case .hang, .hangAfterEffect: ending = .silent
    case .stall: ending = .stalled
    case .cut: ending = .cut
    case nil: if limit != nil { ending = .cut }
    }
    cutLimit = limit
  }
}

extension Data {
  /// Pieces of `size` bytes, the last one shorter.
  func split(every size: Int) -> [Data] {
    stride(from: startIndex, to: endIndex, by: Swift.max(1, size)).map {
      Data(self[$0..<Swift.min($0 + Swift.max(1, size), endIndex)])
    }
  }
}
