/// Body of `POST /generate-thought` and `POST /generate-audio`. Both fields are data, never instructions.
package struct ThoughtRequest: JSONBody {
  package var topic: String?
  package var value: String

  package init(from fields: inout FieldReader) {
    topic = fields.optionalString("topic", length: 0...1000)
    value = fields.string("value", length: 1...1000)
  }
}

/// Answer of `POST /generate-thought`.
package struct ThoughtAnswer: Sendable, Codable, Equatable {
  package var thought: String

  package init(thought: String) { self.thought = thought }
}

/// Answer of `POST /generate-audio`.
package struct ThoughtAudioAnswer: Sendable, Codable, Equatable {
  package var audioBase64: String
  package var text: String
  package var filename: String

  package init(audioBase64: String, text: String, filename: String) {
    self.audioBase64 = audioBase64
    self.text = text
    self.filename = filename
  }

  package enum CodingKeys: String, CodingKey {
    case text, filename
    case audioBase64 = "audio_base64"
  }
}
