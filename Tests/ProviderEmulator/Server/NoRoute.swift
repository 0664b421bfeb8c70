/// What the providers answer where they have nothing.
enum NoRoute {
  static func answer(_ provider: Provider, status: Int) -> Answer {
    switch provider {
    case .elevenLabs: .json(["detail": status == 404 ? "Not Found" : "Method Not Allowed"], status: status)
    case .openAI: OpenAIErrors.body.answer(message: "Invalid URL")
    case .gemini:
      Answer(
        status: 404, headers: [("content-type", "text/html; charset=UTF-8")],
        body: .whole(HTMLPage.data(status: 404, title: "Error 404 (Not Found)!!1")))
    }
  }
}
