import Schemas
import Testing
import VoiceUpload

@Suite("Multipart forms, taken apart while they arrive")
struct MultipartParserTests {
  private static let form = """
    --b\r\nContent-Disposition: form-data; name="file"; filename="a\\"b.webm"\r\nContent-Type: audio/webm\r\n\r\n\
    \r\n--not the end\r\n--\r\n--b\r\nContent-Disposition: form-data; name=consent\r\n\r\ntrue\r\n\
    --b\r\nContent-Disposition: form-data; name="empty"\r\n\r\n\r\n--b--\r\n
    """

  private func parts(_ text: String, step: Int, boundary: String = "b") throws -> [String: String] {
    var parser = try #require(MultipartParser(boundary: boundary))
    var parts: [String: String] = [:]
    var name = ""
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: step) {
      for event in try parser.feed(Array(bytes[start..<min(bytes.count, start + step)])) {
        switch event {
        case .part(let header):
          name = header.name
          parts[name] = ""
        case .data(let data): parts[name, default: ""] += String(decoding: data, as: UTF8.self)
        case .partEnd: break
        }
      }
    }
    try parser.finish()
    return parts
  }

  @Test("However the bytes are cut, the parts are the same", arguments: [1, 2, 3, 5, 7, 11, 4096])
  func splits(step: Int) throws {
    let parts = try parts(Self.form, step: step)

    #expect(parts == ["file": "\r\n--not the end\r\n--", "consent": "true", "empty": ""])
  }

  @Test(
    "What is no strict form is refused",
    arguments: [
      "", "preamble\r\n--b\r\n", "--b", "--bX\r\n", "--b\r\n\r\nno disposition\r\n--b--",
      "--b\r\nContent-Disposition: attachment; name=x\r\n\r\n\r\n--b--",
      "--b\r\nContent-Disposition: form-data; filename=x\r\n\r\n\r\n--b--",
      "--b\r\nContent-Disposition: form-data; name=\"x\r\n\r\n\r\n--b--",
      "--b\r\nContent-Disposition: form-data; name=x\r\n\r\nnever ends",
      "--b\r\nContent-Disposition: form-data; name=x\r\n\r\nends\r\n--b\r\n",
      "--b\nContent-Disposition: form-data; name=x\n\nx\n--b--",
      "--b\r\n" + String(repeating: "a", count: 4000),
      String(repeating: "--b\r\nContent-Disposition: form-data; name=x\r\n\r\n\r\n", count: 17) + "--b--",
    ])
  func refused(text: String) throws {
    #expect(throws: ServiceError.self) { try parts(text, step: 7) }
  }

  @Test("Boundaries have 1 to 70 printable characters", arguments: ["", "a b", "ü", String(repeating: "x", count: 71)])
  func boundaries(boundary: String) {
    #expect(MultipartParser(boundary: boundary) == nil)
  }
}

@Suite("The older JSON form, read while it arrives")
struct JSONUploadParserTests {
  private func read(_ text: String, step: Int) throws -> (audio: String, rest: String) {
    var parser = JSONUploadParser()
    var audio: [UInt8] = []
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: step) {
      audio += try parser.feed(Array(bytes[start..<min(bytes.count, start + step)]))
    }
    return (String(decoding: audio, as: UTF8.self), String(decoding: parser.rest, as: UTF8.self))
  }

  @Test("The audio leaves decoded, the rest stays as it was", arguments: [1, 2, 3, 7, 4096])
  func splits(step: Int) throws {
    let read = try read(
      #"{"a":{"audio_base64":"kept"},"audio_base64_":"kept too","audio_base64": "aGVsbG8\/IQ==","consent":true}"#,
      step: step)

    #expect(read.audio == "hello?!")
    #expect(read.rest == #"{"a":{"audio_base64":"kept"},"audio_base64_":"kept too","audio_base64": "","consent":true}"#)
  }

  @Test("The prefix of a data URL is passed over", arguments: [1, 4, 5, 4096])
  func dataURL(step: Int) throws {
    #expect(try read(#"{"audio_base64":"data:audio/webm;codecs=opus;base64,aGk="}"#, step: step).audio == "hi")
    #expect(try read(#"{"audio_base64":"data"}"#, step: step).audio.utf8.count > 0)
  }

  @Test(
    "What is not base64 is refused",
    arguments: [
      "a", "aGk=x", "aG=k", "aG=", "=aGk", "aGk=aGk=", "aGk\\u00e9", "aGk\\b", "data:x;base64", "====", "aGkü",
    ])
  func refused(text: String) throws {
    #expect(throws: ServiceError.self) { try read("{\"audio_base64\":\"\(text)\"}", step: 3) }
  }

  @Test(
    "Line breaks, escapes and missing padding are read",
    arguments: ["aGk", "aG\\nk=", "a Gk=", "\\u0061Gk=\\r\\n", "data:audio/webm;base64,\\naGk", "aG\\tk"])
  func lenient(text: String) throws {
    for step in [1, 3, 4096] { #expect(try read("{\"audio_base64\":\"\(text)\"}", step: step).audio == "hi") }
  }

  @Test("A field that stands twice is refused", arguments: ["audio_base64", "consent"])
  func twice(name: String) throws {
    let body = "{\"\(name)\":\"aGk=\",\"x\":{\"\(name)\":1},\"\(name)\":\"aGk=\"}"
    #expect(throws: ServiceError.self) { try read(body, step: 5) }
  }

  @Test("Everything besides the audio is small")
  func bounded() {
    #expect(throws: ServiceError.self) {
      try read("{\"x\":\"\(String(repeating: "y", count: 20_000))\"}", step: 4096)
    }
  }
}
