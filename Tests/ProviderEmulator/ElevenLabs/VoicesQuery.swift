import Foundation

/// The query of `GET /v2/voices`.
struct VoicesQuery: Sendable {
  var pageSize: Int
  /// Where the last page ended.
  var cursor: VoiceCursor?
  var includesTotal: Bool
  private let token: String?
  private let search: String?
  private let byName: Bool
  private let ascending: Bool
  private let voiceType: String?
  private let category: String?
  private let ids: Set<String>
  /// Asks for voices of kinds that this account has none of: collections, professional clones.
  private let asksForOthers: Bool
  /// Labels that must have one of the values.
  private let labels: [String: [String]]

  init(_ request: EmulatorRequest) throws {
    pageSize = try Self.number("page_size", request) ?? 10
    _ = try Self.number("min_notice_period_days", request)
    token = request.query("next_page_token").flatMap { $0.isEmpty ? nil : $0 }
    cursor = token.flatMap(VoiceCursor.init(token:))
    for name in ["include_custom_rates", "include_live_moderated"] { _ = try Self.flag(name, request) }
    includesTotal = try Self.flag("include_total_count", request) ?? true
    search = request.query("search")?.lowercased()
    byName = request.query("sort") == "name"
    ascending = request.query("sort_direction").map { $0 == "asc" } ?? byName
    voiceType = request.query("voice_type")
    category = request.query("category")
    ids = Set(request.queryAll("voice_ids"))
    let asksForProfessional = try Self.flag("high_quality", request) == true
    asksForOthers =
      asksForProfessional || ["collection_id", "fine_tuning_state"].contains { request.query($0) != nil }
    labels = ["gender": "gender", "age": "age", "accent": "accent", "language": "language", "use_cases": "use_case"]
      .reduce(into: [:]) { $0[$1.value] = request.queryAll($1.key) }.filter { !$0.value.isEmpty }
  }

  private static let mostIDs = 100

  func checkAfterKey(_ request: EmulatorRequest) throws {
    guard ids.count <= Self.mostIDs else { throw ElevenLabsCallErrors.invalidParameters.refusal(request) }
    guard (1...100).contains(pageSize) else { throw ElevenLabsCallErrors.pageSize.refusal(request) }
    guard token == nil || cursor != nil else { throw ElevenLabsCallErrors.cursor.refusal(request) }
  }

  func matches(_ voice: Voice) -> Bool {
    !asksForOthers && (ids.isEmpty || ids.contains(voice.id)) && (category ?? voice.category) == voice.category
      && fits(type: voiceType, voice) && contains(search, voice)
      && labels.allSatisfy { name, values in voice.labels[name].map(values.contains) ?? false }
  }

  /// The next `pageSize` voices after the cursor, and the token of the page behind them.
  func page(of voices: [Voice]) -> (voices: [Voice], next: String?) {
    let sorted = voices.map { VoiceCursor($0, byName: byName) }.sorted { ascending ? $0 < $1 : $1 < $0 }
    let rest = sorted.filter { key in cursor.map { ascending ? $0 < key : key < $0 } ?? true }
    let keys = rest.prefix(pageSize)
    let byID = Dictionary(voices.map { ($0.id, $0) }) { first, _ in first }
    return (keys.compactMap { byID[$0.id] }, rest.count > pageSize ? keys.last?.token : nil)
  }

  private func fits(type: String?, _ voice: Voice) -> Bool {
    switch type {
    case "default": voice.isPremade
    case "personal", "workspace", "non-default", "non-community": !voice.isPremade
    case "community": false
    default: true
    }
  }

  private func contains(_ needle: String?, _ voice: Voice) -> Bool {
    guard let needle, !needle.isEmpty else { return true }
    let texts = [voice.name, voice.description ?? "", voice.category] + Array(voice.labels.values)
    return texts.contains { $0.lowercased().contains(needle) }
  }

  private static func number(_ name: String, _ request: EmulatorRequest) throws -> Int? {
    guard let text = request.query(name) else { return nil }
    guard let number = Int(text) else {
      throw refusal("int_parsing", "integer, unable to parse string as an integer", name, text, request)
    }
    return number
  }

  private static func flag(_ name: String, _ request: EmulatorRequest) throws -> Bool? {
    guard let text = request.query(name) else { return nil }
    guard let flag = FormBool.parse(text) else {
      throw refusal("bool_parsing", "boolean, unable to interpret input", name, text, request)
    }
    return flag
  }

  private static func refusal(
    _ type: String, _ expected: String, _ name: String, _ text: String, _ request: EmulatorRequest
  ) -> Refusal {
    let complaint = Violation(
      type: type, location: ["query", .string(name)], message: "Input should be a valid \(expected)",
      input: .string(text))
    return Refusal(answer: ElevenLabsAnswer.error(["detail": [complaint.body]], status: 422, to: request))
  }
}
