import Foundation
import Glibc

enum ByteSearch {
  /// Where `needle`, of at least one byte, first stands in `bytes`.
  static func first(_ needle: [UInt8], in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBytes { haystack in
      guard let base = haystack.baseAddress else { return nil }
      var offset = 0
      while haystack.count - offset >= needle.count {
        let room = haystack.count - offset - needle.count + 1
        guard let hit = memchr(base + offset, Int32(needle[0]), room) else { return nil }
        offset = UnsafeRawPointer(hit) - base
        if memcmp(hit, needle, needle.count) == 0 { return offset }
        offset += 1
      }
      return nil
    }
  }
}
