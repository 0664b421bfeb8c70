import Foundation
import TestSupport
import Testing

/// Programs of tests find each other by ports that are chosen before they start, and keep them while they are down.
@Suite struct FreePortTests {
  @Test("A port found for a program is given once, and is none that the system gives to others meanwhile")
  func isOurs() throws {
    let ports = (0..<200).map { _ in FreePort.find() }

    let range = try String(contentsOfFile: "/proc/sys/net/ipv4/ip_local_port_range", encoding: .utf8)
    let bounds = range.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
    #expect(Set(ports).count == ports.count)
    #expect(ports.allSatisfy { $0 < bounds[0] || $0 > bounds[1] })
  }
}
