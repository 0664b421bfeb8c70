import Foundation

/// The form of voices/add and edit, checked against its schema.
struct VoiceForm: Sendable {
  var name: String
  var description: String?
  /// Nil when the form says `null` or nothing.
  var labels: [String: String]?
  var removeBackgroundNoise: Bool
  var files: [MultipartForm.Part]

  init(_ request: EmulatorRequest, needsFiles: Bool) throws {
    let form = MultipartForm(body: request.body, contentType: request.headers["content-type"])
    try Self.violations(form, needsFiles: needsFiles).throwIfAny(request)
    name = form.field("name") ?? ""
    description = form.field("description")
    removeBackgroundNoise = FormBool.parse(form.field("remove_background_noise") ?? "false") ?? false
    files = form.all("files")
    guard let parsed = LabelsField.parse(form.field("labels")) else {
      throw ElevenLabsCallErrors.badLabels.refusal(request)
    }
    labels = parsed.labels
  }

  private static func violations(_ form: MultipartForm, needsFiles: Bool) -> [Violation] {
    var found: [Violation] = []
    if form.field("name") == nil { found.append(.missing(["body", "name"])) }
    if needsFiles, form.all("files").isEmpty { found.append(.missing(["body", "files"])) }
    for (index, part) in form.all("files").enumerated() where part.filename == nil {
      found.append(
        Violation(
          type: "value_error", location: ["body", "files", .int(index)],
          message: "Value error, Expected UploadFile, received: <class 'str'>", input: .string(part.text),
          context: ["error": [:]]))
    }
    if let noise = form.field("remove_background_noise"), FormBool.parse(noise) == nil {
      found.append(
        Violation(
          type: "bool_parsing", location: ["body", "remove_background_noise"],
          message: "Input should be a valid boolean, unable to interpret input", input: .string(noise)))
    }
    return found
  }
}

/// What pydantic takes for a boolean in a form.
enum FormBool {
  static func parse(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "true", "1", "on", "yes", "t", "y": true
    case "false", "0", "off", "no", "f", "n": false
    default: nil
    }
  }
}
