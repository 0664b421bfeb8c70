import Testing

@testable import OutboundHTTP

@Suite("The parser of an answer's header")
final class ResponseHeadParserTests {
  private var parser = ResponseHeadParser()

  @Test("Status and fields are read, with the space around values removed")
  func plain() {
    let head = take("HTTP/1.1 404 Not Found\r\n", "Content-Type:  text/plain \r\n", "x-empty:\r\n", "\r\n")

    #expect(head?.status == 404)
    #expect(head?.headers["content-type"] == "text/plain")
    #expect(head?.headers["X-Empty"] == "")
  }

  @Test("An interim answer is skipped with its fields")
  func interim() {
    let head = take("HTTP/1.1 103 Early Hints\r\n", "link: </a>\r\n", "\r\n", "HTTP/2 200 \r\n", "a: b\r\n", "\r\n")

    #expect(head?.status == 200)
    #expect(head?.headers.fields.count == 1)
  }

  @Test("Trailers do not make a second header")
  func trailers() {
    #expect(take("HTTP/1.1 200 OK\r\n", "\r\n") != nil)

    #expect(take("checksum: 1\r\n", "\r\n") == nil)
  }

  private func take(_ lines: String...) -> ResponseHead? {
    lines.reduce(nil) { head, line in parser.take(line[...]) ?? head }
  }
}
