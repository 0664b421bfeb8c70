import Foundation
import OutboundHTTP
import TestSupport
import Testing

@Suite("Multipart forms of the curl transport")
struct CurlTransportMultipartTests {
  @Test("Parts arrive with their names, file names, types and exact bytes")
  func parts() async throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    let audio = (0..<300_000).map { UInt8(truncatingIfNeeded: $0) }
    try Data(audio).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    try await withTransport(to: { exchange in
      let type = exchange.header("content-type").joined()
      try await exchange.respond(headers: [("x-type", type)], body: try await exchange.body())
    }) { transport, peer in
      let body = OutboundBody.multipart([
        MultipartPart(name: "name", content: .bytes(Array("Ana \"la\" voz\r\n--x".utf8))),
        MultipartPart(name: "files", filename: "one.mp3", contentType: "audio/mpeg", content: .file(path: file.path)),
        MultipartPart(name: "empty", content: .bytes([])),
      ])

      let response = try await transport.send(OutboundRequest(method: "POST", url: peer.url, body: body))

      let form = ParsedForm(
        type: response.headers["x-type"] ?? "", body: try await response.body.collect(upTo: 1 << 20))
      #expect(
        form.heads == [
          #"Content-Disposition: form-data; name="name""#,
          "Content-Disposition: form-data; name=\"files\"; filename=\"one.mp3\"\r\nContent-Type: audio/mpeg",
          #"Content-Disposition: form-data; name="empty""#,
        ])
      #expect(form.bodies == [Array("Ana \"la\" voz\r\n--x".utf8), audio, []])
    }
  }

  @Test("A file that is not there fails before anything is sent")
  func missingFile() async throws {
    try await withTransport(to: { try await $0.respond() }) { transport, peer in
      let body = OutboundBody.multipart([MultipartPart(name: "files", content: .file(path: "/nowhere/at/all"))])

      let code = await outboundCode {
        _ = try await transport.send(OutboundRequest(method: "POST", url: peer.url, body: body))
      }

      #expect(code == .requestBody)
    }
  }
}

/// A `multipart/form-data` body taken apart by its boundary.
private struct ParsedForm {
  var heads: [String] = []
  var bodies: [[UInt8]] = []

  init(type: String, body: [UInt8]) {
    let boundary = type.components(separatedBy: "boundary=").last ?? ""
    var rest = Data("\r\n".utf8) + Data(body)
    let delimiter = Data("\r\n--\(boundary)".utf8)
    while let start = rest.range(of: delimiter)?.upperBound {
      rest = rest[start...]
      guard let end = rest.range(of: delimiter)?.lowerBound else { break }
      add(Data(rest[..<end].dropFirst(2)))
    }
  }

  private mutating func add(_ part: Data) {
    guard let gap = part.range(of: Data("\r\n\r\n".utf8)) else { return }
    heads.append(String(decoding: part[..<gap.lowerBound], as: UTF8.self))
    bodies.append(Array(part[gap.upperBound...]))
  }
}
