import ServiceConfiguration

/// Declared variables as a table for docs/configuration.md.
package enum VariableTable {
  package static func markdown(_ variables: [VariableDeclaration]) -> String {
    let rows = variables.map { variable in
      let fallback = variable.fallback.isEmpty ? "—" : "`\(variable.fallback)`"
      let secret = variable.secret ? " Secret." : ""
      return
        "| `\(variable.name)` | \(variable.kind) | \(fallback) | \(variable.meaning)\(secret) | \(variable.owner) |"
    }
    return (["| variable | form | default | meaning | read by |", "| --- | --- | --- | --- | --- |"] + rows)
      .joined(separator: "\n")
  }
}
