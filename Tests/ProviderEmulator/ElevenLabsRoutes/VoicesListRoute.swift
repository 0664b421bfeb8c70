/// `GET /v2/voices`: filtered, sorted, in pages. The first page holds the premade voices on top of `page_size`.
struct VoicesListRoute: Sendable {
  let environment: EmulatorEnvironment

  func answer(_ request: EmulatorRequest) throws -> Answer {
    let query = try VoicesQuery(request)
    try KeyCheck(environment: environment).require("voices_read", request)
    try query.checkAfterKey(request)
    let found = environment.state.update { $0.voices }.filter(query.matches)
    let page = query.page(of: found.filter { !$0.isPremade })
    let premade = query.cursor == nil ? found.filter(\.isPremade) : []
    return ElevenLabsAnswer.json([
      "voices": .array((premade + page.voices).map(\.body)), "has_more": .bool(page.next != nil),
      "total_count": .int(query.includesTotal ? found.count : 0),
      "next_page_token": page.next.map(JSON.string) ?? nil,
    ])
  }
}
