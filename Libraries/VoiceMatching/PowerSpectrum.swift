import Foundation

/// The power spectrum of 1024 samples under a Hann window (radix-2 Fourier transform).
struct PowerSpectrum {
  static let length = 1024
  static let binCount = length / 2 + 1

  private let window: [Float]
  private let cosines: [Float]
  private let sines: [Float]
  private let order: [Int]

  init() {
    let angles = (0..<Self.length).map { 2 * Double.pi * Double($0) / Double(Self.length) }
    window = angles.map { Float(0.5 - 0.5 * cos($0)) }
    cosines = angles.map { Float(cos($0)) }
    sines = angles.map { Float(-sin($0)) }
    order = (0..<Self.length).map { Int((UInt16($0).bitSwapped) >> 6) }
  }

  /// - Parameter samples: at least ``length`` of them; the rest is ignored.
  /// - Returns: ``binCount`` powers from 0 Hz to half the sample rate.
  func power(_ samples: UnsafePointer<Float>) -> [Float] {
    var real = order.map { samples[$0] * window[$0] }
    var imaginary = [Float](repeating: 0, count: Self.length)
    var half = 1
    while half < Self.length {
      combine(&real, &imaginary, half: half)
      half *= 2
    }
    return (0..<Self.binCount).map { real[$0] * real[$0] + imaginary[$0] * imaginary[$0] }
  }

  private func combine(_ real: inout [Float], _ imaginary: inout [Float], half: Int) {
    let step = Self.length / (2 * half)
    for start in stride(from: 0, to: Self.length, by: 2 * half) {
      for offset in 0..<half {
        let (low, high) = (start + offset, start + offset + half)
        let (cosine, sine) = (cosines[offset * step], sines[offset * step])
        let turned = real[high] * cosine - imaginary[high] * sine
        let turnedImaginary = real[high] * sine + imaginary[high] * cosine
        (real[high], imaginary[high]) = (real[low] - turned, imaginary[low] - turnedImaginary)
        (real[low], imaginary[low]) = (real[low] + turned, imaginary[low] + turnedImaginary)
      }
    }
  }
}

extension UInt16 {
  fileprivate var bitSwapped: UInt16 { (0..<16).reduce(0) { $0 | (self >> UInt16($1) & 1) << UInt16(15 - $1) } }
}
