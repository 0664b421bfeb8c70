import AuthCore
import Persistence
import ServiceHost

/// The append-only log of what matters for security, and the admins' view of it.
package struct AuditPlugin: ServicePlugin {
  package let identity = "auth.audit"
  package let provides = [PortKey.audit.any]
  package let migrations = AuditMigrations.all

  package init() {}

  package func assemble(_ settings: NoSettings, in assembly: PluginAssembly) async throws -> Contributions {
    let store = GRDBAuditStore(try assembly.database(), identifiers: assembly.identifiers)
    assembly.provide(.audit, AuditLog(store: store, clock: assembly.clock))
    return Contributions(routes: AuditController(store: store).routes)
  }
}
