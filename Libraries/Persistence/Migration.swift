import GRDB

/// One step of a schema. Once released it is never changed; a correction is a further step.
package struct Migration: Sendable {
  /// `<plugin>.<number>-<what>`, unique in the service.
  package var name: String
  package var apply: @Sendable (GRDB.Database) throws -> Void

  package init(_ name: String, apply: @escaping @Sendable (GRDB.Database) throws -> Void) {
    self.name = name
    self.apply = apply
  }

  /// A step that is plain SQL.
  package init(_ name: String, sql: String) {
    self.init(name) { try $0.execute(sql: sql) }
  }
}
