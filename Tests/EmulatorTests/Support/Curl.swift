import Foundation
import ProviderEmulator

/// One exchange made by the curl program.
struct Exchange: Sendable {
  /// curl's own exit code: 0 good, 18 cut off, 28 timed out, 52 no answer.
  var exit: Int32
  var status: Int
  /// Names in lower case.
  var headers: [String: String]
  var body: Data

  var json: JSON { JSON(parsing: body) ?? .null }
  var text: String { String(decoding: body, as: UTF8.self) }
  /// `detail.status` of an ElevenLabs error.
  var detail: String? { json["detail"]?["status"]?.string }
  /// `error.status` of a Gemini error.
  var errorStatus: String? { json["error"]?["status"]?.string }
}

enum Curl {
  static func run(_ arguments: [String]) async throws -> Exchange {
    let folder = FileManager.default.temporaryDirectory.appending(path: "curl-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let head = folder.appending(path: "head")
    let body = folder.appending(path: "body")
    let exit = try await Program.run(
      "curl", ["-s", "--noproxy", "*", "-m", "30", "-D", head.path(), "-o", body.path()] + arguments
    ).status
    return exchange(
      exit, (try? String(contentsOf: head, encoding: .utf8)) ?? "", (try? Data(contentsOf: body)) ?? Data())
  }

  private static func exchange(_ exit: Int32, _ head: String, _ body: Data) -> Exchange {
    let lines = head.split(whereSeparator: \.isNewline)
    let status = lines.first.flatMap { $0.split(separator: " ").dropFirst().first }.flatMap { Int($0) } ?? 0
    let headers = lines.dropFirst().compactMap { line -> (String, String)? in
      guard let colon = line.firstIndex(of: ":") else { return nil }
      let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
      return (line[..<colon].lowercased(), value)
    }
    return Exchange(exit: exit, status: status, headers: Dictionary(headers) { $1 }, body: body)
  }
}
