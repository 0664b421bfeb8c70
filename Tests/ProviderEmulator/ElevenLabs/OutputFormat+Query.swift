import Foundation

extension OutputFormat {
  /// The format that the query asks for, if there is such a one and the plan includes it; else the 403.
  static func asked(for request: EmulatorRequest, tier: String) throws -> OutputFormat {
    let name = request.query("output_format") ?? standard.name
    let choices = all.filter { request.endpoint != .speechStream || $0.codec != .wav }
    guard let format = choices.first(where: { $0.name == name }) else {
      let list = choices.map { "'\($0.name)'" }.joined(separator: ", ")
      throw ElevenLabsCallErrors.unknownFormat.refusal(
        request, message: "Output format '\(name)' is not valid. Valid formats are: \(list).")
    }
    if let least = format.leastTier, !Plan.reaches(tier, least) {
      throw ElevenLabsAccountErrors.formatNeedsTier.refusal(
        request, message: "Output format '\(name)' is only available on the \(least.capitalized) tier and above.")
    }
    return format
  }
}
