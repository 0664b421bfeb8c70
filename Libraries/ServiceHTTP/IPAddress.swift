import Foundation

/// An IPv4 or IPv6 address; one that is IPv4 mapped into IPv6 counts as IPv4.
package struct IPAddress: Sendable, Hashable {
  /// 4 or 16 bytes, network order.
  package let bytes: [UInt8]

  package init?(_ text: String) {
    guard let bytes = Self.parse(text, AF_INET, 4) ?? Self.parse(text, AF_INET6, 16) else { return nil }
    let isMapped = bytes.count == 16 && bytes.starts(with: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF])
    self.bytes = isMapped ? Array(bytes[12...]) : bytes
  }

  private static func parse(_ text: String, _ family: Int32, _ count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    return inet_pton(family, text, &bytes) == 1 ? bytes : nil
  }

  /// What one customer of an internet provider holds: the address, of IPv6 its /64.
  package var household: String {
    bytes.prefix(8).map { String($0, radix: 16) }.joined(separator: ".")
  }
}

/// Addresses and networks, as in `10.0.0.0/8, 192.168.1.7, fd00::/8`.
package struct AddressRanges: Sendable, Equatable {
  private struct Range: Sendable, Equatable {
    var address: IPAddress
    var bits: Int
  }

  private var ranges: [Range] = []

  package static let none = AddressRanges()

  private init() {}

  /// `nil` unless every part is an address or a network.
  package init?(_ text: String) {
    for part in text.split(separator: ",", omittingEmptySubsequences: false).map({
      $0.trimmingCharacters(in: .whitespaces)
    }) {
      let halves = part.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      guard halves.count <= 2, let address = IPAddress(halves[0]) else { return nil }
      let width = address.bytes.count * 8
      guard let bits = halves.count == 2 ? Int(halves[1]) : width, (0...width).contains(bits) else { return nil }
      ranges.append(Range(address: address, bits: bits))
    }
  }

  package func contains(_ text: String) -> Bool {
    guard let address = IPAddress(text) else { return false }
    return ranges.contains { range in
      range.address.bytes.count == address.bytes.count
        && (0..<range.bits).allSatisfy { range.address.bit($0) == address.bit($0) }
    }
  }
}

extension IPAddress {
  fileprivate func bit(_ index: Int) -> Bool { bytes[index / 8] & (0x80 >> UInt8(index % 8)) != 0 }
}
