import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Turns an answer into bytes on the connection, with its delays and its ending.
enum Delivery {
  static func response(for answer: Answer, context: EmulatorContext) async throws -> Response {
    try await context.pause(answer.firstByteDelay)
    switch answer.ending {
    case .lost:
      try? await context.channel.close().get()
      throw ClientGone()
    case .silent: try await context.hang()
    case .complete, .cut, .stalled:
      return Response(
        status: .init(code: answer.status), headers: fields(answer.headers), body: body(of: answer, context: context))
    }
  }

  private static func fields(_ headers: [(name: String, value: String)]) -> HTTPFields {
    var fields = HTTPFields()
    for header in headers {
      guard let name = HTTPField.Name(header.name) else { continue }
      fields.append(HTTPField(name: name, value: header.value))
    }
    return fields
  }

  private static func body(of answer: Answer, context: EmulatorContext) -> ResponseBody {
    switch answer.body {
    case .whole(let data):
      ResponseBody(contentLength: data.count) { try await write([data], of: answer, to: $0, context) }
    case .chunks(let chunks):
      ResponseBody { try await write(chunks, of: answer, to: $0, context) }
    }
  }

  private static func write(
    _ chunks: [Data], of answer: Answer, to output: consuming any ResponseBodyWriter, _ context: EmulatorContext
  ) async throws {
    var writer = output
    for (index, chunk) in surviving(chunks, answer).enumerated() {
      if index > 0 { try await context.pause(answer.chunkDelay) }
      try await writer.write(ByteBuffer(bytes: chunk))
    }
    switch answer.ending {
    case .stalled: try await context.hang()
    case .cut: throw ClientGone()
    case .complete, .lost, .silent: try await writer.finish(nil)
    }
  }

  /// What leaves before a scripted cut.
  private static func surviving(_ chunks: [Data], _ answer: Answer) -> [Data] {
    guard answer.ending == .cut || answer.ending == .stalled else { return chunks }
    var left = answer.cutLimit ?? chunks.reduce(0) { $0 + $1.count } / 2
    return chunks.compactMap { chunk in
      defer { left -= min(left, chunk.count) }
      return left > 0 ? Data(chunk.prefix(left)) : nil
    }
  }
}
