/// `GET /{version}/models`, in pages.
struct GeminiModelsRoute: Sendable {
  let environment: EmulatorEnvironment

  func answer(_ request: EmulatorRequest) throws -> Answer {
    try GeminiKeyCheck(options: environment.options).check(request)
    let models = GeminiModel.listed(in: request.version)
    let start = min(models.count, max(0, request.query("pageToken").flatMap(Int.init) ?? 0))
    let size = min(1_000, max(1, request.query("pageSize").flatMap(Int.init) ?? 50))
    let page = models.dropFirst(start).prefix(size)
    var body: [String: JSON] = ["models": .array(page.map(\.body))]
    if page.endIndex < models.endIndex { body["nextPageToken"] = .string(String(page.endIndex)) }
    return GeminiHandlers.json(.object(body))
  }
}
