import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import PerformCore
import Schemas
import ServiceHTTP

/// The answers of a performance, header by header.
enum PerformReplies {
  static func json(_ answer: PerformAnswer, _ audio: [UInt8]) throws -> Response {
    var answer = answer
    answer.audioBase64 = Data(audio).base64EncodedString()
    var headers = HTTPFields()
    headers.set("Server-Timing", serverTiming(answer.timings))
    headers[.cacheControl] = "no-store"
    return try Reply.json(answer, headers: headers)
  }

  static func accepted(_ answer: PerformAcceptedAnswer) throws -> Response {
    var headers = HTTPFields()
    headers.set("Preference-Applied", "respond-async")
    headers[.cacheControl] = "no-store"
    return try Reply.json(answer, status: .accepted, headers: headers)
  }

  /// The MP3 while it is made. A performance that fails leaves the transfer visibly broken: the chunked body is not
  /// ended and the connection is closed.
  static func stream(_ listener: PerformanceListener, _ head: PerformanceHead) -> Response {
    Response(
      status: .ok, headers: self.headers(head),
      body: ResponseBody { writer in
        defer { listener.leave() }
        while let chunk = try await listener.next() { try await writer.write(ByteBuffer(bytes: chunk)) }
        try await writer.finish(nil)
      })
  }

  /// The MP3 of a delivered performance.
  static func whole(_ answer: PerformAnswer, _ audio: [UInt8]) -> Response {
    Reply.bytes(audio, headers: headers(PerformanceHead(answer)))
  }

  private static func headers(_ head: PerformanceHead) -> HTTPFields {
    var headers: HTTPFields = [.contentType: "audio/mpeg", .cacheControl: "no-store"]
    headers.set("X-Performance-Id", head.performanceID)
    headers.set("X-Recording-Id", head.recordingID)
    headers.set("X-Voice-Source", head.voiceSource)
    headers.set("X-Text-Source", head.textSource)
    headers.set("X-Chars-Used-Raw", String(head.charsUsedRaw))
    headers.set("X-Chars-Used-Effective", String(head.charsUsedEffective))
    headers.set("X-Model", head.model)
    headers.set("Server-Timing", head.serverTiming)
    headers[.contentDisposition] = "inline; filename*=UTF-8''\(head.filename.percentEncoded)"
    return headers
  }

  fileprivate static func serverTiming(_ timings: [String: Double]) -> String {
    timings.sorted { $0.key < $1.key }.map { "\($0.key);dur=\($0.value)" }.joined(separator: ", ")
  }
}

extension PerformanceHead {
  init(_ answer: PerformAnswer) {
    self.init(
      performanceID: answer.performanceID, recordingID: answer.recordingID, voiceSource: answer.voiceSource,
      textSource: answer.textSource, charsUsedRaw: answer.charsUsedRaw, charsUsedEffective: answer.charsUsedEffective,
      model: answer.model, filename: answer.filename, serverTiming: PerformReplies.serverTiming(answer.timings))
  }
}

extension HTTPFields {
  fileprivate mutating func set(_ name: String, _ value: String) {
    if let name = HTTPField.Name(name), !value.isEmpty { self[name] = value }
  }
}

extension String {
  /// As RFC 8187 wants a header's parameter.
  fileprivate var percentEncoded: String {
    addingPercentEncoding(withAllowedCharacters: .alphanumerics.intersection(.ascii).union(["-", ".", "_"])) ?? ""
  }
}

extension CharacterSet {
  fileprivate static let ascii = CharacterSet(charactersIn: "\u{0}"..."\u{7F}")
}
