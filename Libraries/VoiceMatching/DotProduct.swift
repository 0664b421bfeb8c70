/// Sums of products, eight at a time.
enum DotProduct {
  static func of(_ left: UnsafePointer<Float>, _ right: UnsafePointer<Float>, count: Int) -> Float {
    var sums = SIMD8<Float>()
    var index = 0
    while index + 8 <= count {
      sums += eight(left + index) * eight(right + index)
      index += 8
    }
    var sum = sums.sum()
    while index < count {
      sum += left[index] * right[index]
      index += 1
    }
    return sum
  }

  private static func eight(_ start: UnsafePointer<Float>) -> SIMD8<Float> {
    UnsafeRawPointer(start).loadUnaligned(as: SIMD8<Float>.self)
  }
}
