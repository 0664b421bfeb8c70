import Capabilities
import TextProviders

/// Lines that fit one subject, in an order that chance decides.
struct LineDraw {
  private let set: FrameSet
  private let subject: TextSubject
  private let accepts: @Sendable (String) -> Bool
  private let frames: [String]
  private let tails: [String]
  private let order: [Int]
  private let tailOrder: [Int]

  init(
    _ set: FrameSet, _ subject: TextSubject, accepts: @escaping @Sendable (String) -> Bool, seed: Randomness
  ) {
    (self.set, self.subject, self.accepts) = (set, subject, accepts)
    frames = set.all
    tails = [""] + set.tails.map { " " + $0 }
    var generator = SplitMix(seededFrom: seed)
    order = frames.indices.shuffled(using: &generator)
    tailOrder = [0] + tails.indices.dropFirst().shuffled(using: &generator)
  }

  /// One, or two so that there is a choice; of the last resort only where the other frames leave none.
  func lines() -> [Line] {
    let regular = Set(set.frames(for: subject.routine))
    let lines = firstTwo(order.filter { regular.contains(frames[$0]) })
    return lines.count > 1 ? lines : lines + firstTwo(order.filter { set.lastResort.contains(frames[$0]) })
  }

  func text(of line: Line) -> String {
    frames[line.frame].replacing(FrameSet.placeholder, with: subject.value) + tails[line.tail]
  }

  /// Of two frames, or of the only one that fits.
  private func firstTwo(_ frames: [Int]) -> [Line] {
    let lines = Array(frames.lazy.compactMap { fitting($0, atMost: 1).first }.prefix(2))
    return lines.count == 1 ? fitting(lines[0].frame, atMost: 2) : lines
  }

  private func fitting(_ frame: Int, atMost most: Int) -> [Line] {
    let lines = tails(after: frame).lazy.map { Line(frame: frame, tail: $0) }
    return Array(lines.filter { accepts(text(of: $0)) }.prefix(most))
  }

  /// Those that say something of the frame's again come last.
  private func tails(after frame: Int) -> [Int] {
    let said = Wording(frames[frame])
    let echoing = tailOrder.filter { Wording(tails[$0]).shares(with: said) }
    return tailOrder.filter { !echoing.contains($0) } + echoing
  }
}

/// SplitMix64 from one random seed: the order of sentences is no secret, and one seed costs one system call.
private struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seededFrom randomness: Randomness) {
    state = randomness.bytes(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
