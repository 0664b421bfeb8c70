/// Percent-encodes everything but unreserved characters (RFC 3986), so that an id cannot leave its place in a path or query.
func escaped(_ text: String) -> String {
  text.utf8.reduce(into: "") { result, byte in
    if isUnreserved(byte) { result.unicodeScalars.append(Unicode.Scalar(byte)) } else { result += percentEncoded(byte) }
  }
}

private func isUnreserved(_ byte: UInt8) -> Bool {
  switch Unicode.Scalar(byte) {
  case "a"..."z", "A"..."Z", "0"..."9", "-", "_", "~": true
  default: false
  }
}

private func percentEncoded(_ byte: UInt8) -> String {
  let hex = String(byte, radix: 16, uppercase: true)
  return "%" + (hex.count == 1 ? "0" : "") + hex
}
