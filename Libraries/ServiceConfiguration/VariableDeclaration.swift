/// A variable as a reader declares it: one row of docs/configuration.md.
package struct VariableDeclaration: Sendable, Equatable {
  package var name: String
  package var kind: String
  /// As shown; empty for none.
  package var fallback: String
  package var meaning: String
  package var secret: Bool
  /// Identity of the plugin that reads it, or the host's name.
  package var owner: String
}
