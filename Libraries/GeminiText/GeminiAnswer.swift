/// The body of a 200; every field may be absent, and unknown enum values stay text.
struct GeminiAnswer: Decodable {
  var candidates: [Candidate]?
  var promptFeedback: Feedback?
  var modelVersion: String?
  var responseId: String?
  var modelStatus: ModelStatus?

  struct Candidate: Decodable {
    var content: Content?
    var finishReason: String?
  }

  struct Content: Decodable {
    var parts: [Part]?
  }

  struct Part: Decodable {
    var text: String?
    var thought: Bool?
  }

  struct Feedback: Decodable {
    var blockReason: String?
  }

  struct ModelStatus: Decodable {
    var modelStage: String?
    var retirementTime: String?
  }
}
