/// The fields of a message of Google's API, by camelCase name; both name styles are accepted on the wire.
struct ProtoMessage: Sendable {
  indirect enum Field: Sendable {
    case string, bool, integer, number
    case oneOf(type: String, values: [String])
    case message(ProtoMessage)
    case list(Field)
    /// Messages that nothing here looks into.
    case opaque
  }

  var fields: [String: Field]

  static let generate = ProtoMessage(fields: [
    "model": .string, "contents": .list(.message(content)), "systemInstruction": .message(content),
    "generationConfig": .message(generationConfig), "safetySettings": .list(.message(safetySetting)),
    "tools": .list(.opaque), "toolConfig": .opaque, "cachedContent": .string, "store": .bool,
    "serviceTier": .oneOf(
      type: "ServiceTier", values: ["UNSPECIFIED", "STANDARD", "FLEX", "PRIORITY"]),
  ])

  static let countTokens = ProtoMessage(fields: [
    "contents": .list(.message(content)), "generateContentRequest": .message(generate),
  ])

  private static let content = ProtoMessage(fields: ["role": .string, "parts": .list(.message(part))])

  private static let part = ProtoMessage(fields: [
    "text": .string, "thought": .bool, "thoughtSignature": .string, "inlineData": .opaque, "fileData": .opaque,
    "functionCall": .opaque, "functionResponse": .opaque, "executableCode": .opaque, "codeExecutionResult": .opaque,
    "videoMetadata": .opaque, "partMetadata": .opaque, "mediaResolution": .opaque, "mediaProcessing": .opaque,
    "toolCall": .opaque, "toolResponse": .opaque,
  ])

  private static let thinkingConfig = ProtoMessage(fields: [
    "includeThoughts": .bool, "thinkingBudget": .integer,
    "thinkingLevel": .oneOf(
      type: "ThinkingLevel", values: ["THINKING_LEVEL_UNSPECIFIED", "MINIMAL", "LOW", "MEDIUM", "HIGH"]),
  ])

  private static let generationConfig = ProtoMessage(fields: [
    "temperature": .number, "topP": .number, "topK": .integer, "maxOutputTokens": .integer,
    "candidateCount": .integer, "stopSequences": .list(.string), "seed": .integer, "responseMimeType": .string,
    "responseJsonSchema": .opaque, "responseSchema": .opaque, "responseFormat": .opaque, "presencePenalty": .number,
    "frequencyPenalty": .number, "thinkingConfig": .message(thinkingConfig), "responseLogprobs": .bool,
    "logprobs": .integer, "responseModalities": .list(.string), "mediaResolution": .string, "speechConfig": .opaque,
    "imageConfig": .opaque, "audioTranscriptionConfig": .opaque, "translationConfig": .opaque,
    "enableAffectiveDialog": .bool, "enableEnhancedCivicAnswers": .bool,
  ])

  private static let safetySetting = ProtoMessage(fields: [
    "category": .oneOf(
      type: "HarmCategory",
      values: [
        "UNSPECIFIED", "DEROGATORY", "TOXICITY", "VIOLENCE", "SEXUAL", "MEDICAL", "DANGEROUS", "HARASSMENT",
        "HATE_SPEECH", "SEXUALLY_EXPLICIT", "DANGEROUS_CONTENT", "CIVIC_INTEGRITY", "JAILBREAK",
      ].map { "HARM_CATEGORY_\($0)" }),
    "threshold": .oneOf(
      type: "SafetySetting.HarmBlockThreshold",
      values: [
        "HARM_BLOCK_THRESHOLD_UNSPECIFIED", "BLOCK_LOW_AND_ABOVE", "BLOCK_MEDIUM_AND_ABOVE", "BLOCK_ONLY_HIGH",
        "BLOCK_NONE", "OFF",
      ]),
  ])
}
