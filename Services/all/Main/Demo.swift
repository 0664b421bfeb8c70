import AllInOne
import ArgumentParser
import Foundation
import MainJob

struct Demo: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Does the whole main job with a recording and leaves a playable note.")

  @Option(help: "A recording of one person speaking, 30 to 60 seconds.") var clip: String
  @Option(help: "What the note mentions.") var value = "spiders"
  @Option(help: "The routine.") var routine = "phobias"
  @Option(help: "Where the note is written.") var out = "note.mp3"

  func validate() throws {
    guard FileManager.default.isReadableFile(atPath: clip) else {
      throw ValidationError("There is no readable recording at \(clip).")
    }
  }

  func run() async throws {
    let job = DemoJob(clip: clip, routine: routine, value: value, output: out)
    var environment = ProcessInfo.processInfo.environment
    environment["PORT"] = environment["PORT"] ?? "0"
    environment["LOG_LEVEL"] = environment["LOG_LEVEL"] ?? "warning"
    try await AllInOneRunner(environment: environment).run { running in
      Console.tell("running at      \(running.url)")
      try await job.run(
        url: running.url, activationCode: running.activationCode, transport: running.transport,
        tell: Console.tell)
      return true
    }
  }
}
