/// `POST /{version}/models/{model}:streamGenerateContent`, with `alt=sse` as events, else as an array in pieces.
struct GenerateStreamRoute: Sendable {
  let environment: EmulatorEnvironment

  func answer(_ request: EmulatorRequest) throws -> Answer {
    let stream = EventStream(generation: try GenerateRoute(environment: environment).generation(request))
    guard request.query("alt") == "sse" else {
      return Answer(
        status: 200, headers: [("content-type", "application/json; charset=UTF-8")],
        body: .chunks(stream.arrayPieces))
    }
    return Answer(
      status: 200, headers: [("content-type", "text/event-stream")], body: .chunks(stream.serverSentEvents))
  }
}
