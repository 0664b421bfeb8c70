/// What stands before a part's content: the field's name, and whether it is a file.
package struct PartHeader: Sendable, Equatable {
  package var name: String
  package var isFile: Bool

  package init(name: String, isFile: Bool) {
    self.name = name
    self.isFile = isFile
  }

  /// - Parameter lines: header lines, separated by CRLF, without the empty last one.
  init?(lines: ArraySlice<UInt8>) {
    guard let text = String(validating: lines, as: UTF8.self) else { return nil }
    let fields = text.split(separator: "\r\n").map { $0.split(separator: ":", maxSplits: 1) }
    guard fields.allSatisfy({ $0.count == 2 }) else { return nil }
    let disposition = fields.first { $0[0].lowercased() == "content-disposition" }
    guard let value = disposition?[1], let parameters = Self.parameters(of: value), let name = parameters["name"],
      (1...64).contains(name.utf8.count)
    else { return nil }
    self.init(name: name, isFile: parameters["filename"] != nil)
  }

  /// The parameters of `form-data; name="…"; filename="…"`; `nil` for another disposition or a malformed one.
  private static func parameters(of value: Substring) -> [String: String]? {
    var rest = value[...]
    guard token(&rest)?.lowercased() == "form-data" else { return nil }
    var parameters: [String: String] = [:]
    while take(";", &rest) {
      guard let name = token(&rest), take("=", &rest), let value = quoted(&rest) ?? token(&rest) else { return nil }
      guard parameters.updateValue(value, forKey: name.lowercased()) == nil else { return nil }
    }
    return rest.isEmpty ? parameters : nil
  }

  private static func token(_ rest: inout Substring) -> String? {
    let text = rest.drop { $0 == " " }
    let token = text.prefix { !" ;=\"".contains($0) }
    rest = text.dropFirst(token.count).drop { $0 == " " }
    return token.isEmpty ? nil : String(token)
  }

  private static func quoted(_ rest: inout Substring) -> String? {
    guard rest.first == "\"" else { return nil }
    var value = ""
    var text = rest.dropFirst()
    while let character = text.popFirst() {
      if character == "\"" {
        rest = text.drop { $0 == " " }
        return value
      }
      value.append(character == "\\" ? text.popFirst() ?? "\\" : character)
    }
    return nil
  }

  private static func take(_ character: Character, _ rest: inout Substring) -> Bool {
    let text = rest.drop { $0 == " " }
    guard text.first == character else { return false }
    rest = text.dropFirst().drop { $0 == " " }
    return true
  }
}
