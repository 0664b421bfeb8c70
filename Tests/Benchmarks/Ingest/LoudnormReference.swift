import Foundation

/// What ffmpeg does by itself: measure, then level by what was measured, and encode.
enum LoudnormReference {
  private static let target = "loudnorm=I=-20:TP=-3:LRA=11"

  static func normalize(_ input: String, to output: String) throws {
    let report = try run(["-i", input, "-af", target + ":print_format=json", "-f", "null", "-"])
    let json = report[(report.lastIndex(of: "{") ?? report.startIndex)...].prefix { $0 != "}" } + "}"
    let measured = try JSONDecoder().decode([String: String].self, from: Data(json.utf8))
    let names = [("input_i", "I"), ("input_tp", "TP"), ("input_lra", "LRA"), ("input_thresh", "thresh")]
    let known = names.map { ":measured_\($1)=\(measured[$0] ?? "0")" }.joined()
    let filter = target + known + ":offset=\(measured["target_offset"] ?? "0"):linear=true"
    try run(["-i", input, "-af", filter, "-ac", "1", "-ar", "44100", "-b:a", "128k", output])
  }

  /// - Returns: what ffmpeg says.
  @discardableResult
  static func run(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["ffmpeg", "-nostdin", "-hide_banner", "-y", "-threads", "1"] + arguments
    let messages = Pipe()
    process.standardError = messages
    try process.run()
    let text = String(decoding: try messages.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw ReferenceFailed() }
    return text
  }
}

struct ReferenceFailed: Error {}
