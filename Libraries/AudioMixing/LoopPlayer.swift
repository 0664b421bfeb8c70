/// Adds a loop to one buffer after the other, going on where it stopped.
struct LoopPlayer {
  private let samples: [Float]
  private let gain: Float
  private var position: Int

  init(loop: BackgroundLoop, gain: Float, startOffset: Double) {
    samples = loop.samples
    self.gain = gain
    position = min(max(Int(startOffset * Double(loop.samples.count)), 0), loop.samples.count - 1)
  }

  mutating func add(to buffer: inout [Float]) {
    var done = 0
    while done < buffer.count {
      let count = min(buffer.count - done, samples.count - position)
      addStretch(of: count, to: &buffer, at: done)
      done += count
      position = (position + count) % samples.count
    }
  }

  private func addStretch(of count: Int, to buffer: inout [Float], at offset: Int) {
    buffer.withUnsafeMutableBufferPointer { output in
      samples.withUnsafeBufferPointer { input in
        for index in 0..<count { output[offset + index] += input[position + index] * gain }
      }
    }
  }
}
