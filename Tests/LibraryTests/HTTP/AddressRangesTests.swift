import ServiceHTTP
import Testing

@Suite struct AddressRangesTests {
  @Test(
    "Addresses and networks of both families are matched by their bits",
    arguments: [
      ("10.0.0.0/8", "10.9.8.7", true), ("10.0.0.0/8", "11.0.0.1", false), ("192.168.1.7", "192.168.1.7", true),
      ("192.168.1.7", "192.168.1.8", false), ("fd00::/8", "fd12::1", true), ("fd00::/8", "fe80::1", false),
      ("172.16.0.0/12", "172.31.255.255", true), ("172.16.0.0/12", "172.32.0.0", false),
      ("10.0.0.0/8, ::1", "::ffff:10.1.1.1", true), ("0.0.0.0/0", "::1", false),
    ])
  func contains(text: String, address: String, expected: Bool) throws {
    let ranges = try #require(AddressRanges(text))

    #expect(ranges.contains(address) == expected)
  }

  @Test(
    "What is neither is refused", arguments: ["garbage", "10.0.0.0/33", "10.0.0.0/8,", "10.0.0.0/", "::1/129", "/8"])
  func refused(_ text: String) {
    #expect(AddressRanges(text) == nil)
  }

  @Test("Neighbours within one IPv6 /64 are one household, IPv4 addresses one each")
  func household() throws {
    #expect(try #require(IPAddress("2001:db8::1")).household == #require(IPAddress("2001:db8::ffff")).household)
    #expect(try #require(IPAddress("2001:db8::1")).household != #require(IPAddress("2001:db8:0:1::1")).household)
    #expect(try #require(IPAddress("10.0.0.1")).household != #require(IPAddress("10.0.0.2")).household)
  }
}
