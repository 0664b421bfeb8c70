import Foundation
import Testing

/// Programs that are not ours, to make test audio and to judge ours.
enum Tool {
  struct Result {
    var output: Data
    var messages: String
    var status: Int32
  }

  @discardableResult
  static func run(_ arguments: [String], input: Data = Data()) throws -> Result {
    let folder = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    process.standardInput = try FileHandle(forReadingFrom: folder.write(input, as: "input"))
    process.standardOutput = try FileHandle(forWritingTo: folder.write(Data(), as: "output"))
    process.standardError = try FileHandle(forWritingTo: folder.write(Data(), as: "messages"))
    try process.run()
    process.waitUntilExit()
    let messages = try String(decoding: Data(contentsOf: folder.url("messages")), as: UTF8.self)
    return Result(
      output: try Data(contentsOf: folder.url("output")), messages: messages, status: process.terminationStatus)
  }

  /// Runs ffmpeg and requires success.
  @discardableResult
  static func ffmpeg(_ arguments: [String], input: Data = Data()) throws -> Result {
    let result = try run(["ffmpeg", "-nostdin", "-hide_banner", "-y"] + arguments, input: input)
    try #require(result.status == 0, "\(result.messages)")
    return result
  }
}
