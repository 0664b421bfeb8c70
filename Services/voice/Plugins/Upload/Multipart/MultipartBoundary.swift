enum MultipartBoundary {
  /// The `boundary` parameter of a `multipart/form-data` content type; `nil` for any other type.
  static func find(in contentType: String) -> String? {
    let parts = contentType.split(separator: ";").map { $0.trimmingPrefix { $0 == " " } }
    guard parts.first?.lowercased() == "multipart/form-data" else { return nil }
    let parameter = parts.dropFirst().first { $0.lowercased().hasPrefix("boundary=") }
    return parameter.map { unquoted($0.dropFirst("boundary=".count)) }
  }

  private static func unquoted(_ text: Substring) -> String {
    text.hasPrefix("\"") && text.hasSuffix("\"") && text.count > 1 ? String(text.dropFirst().dropLast()) : String(text)
  }
}
