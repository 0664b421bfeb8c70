import Observability

/// The pool's figures, under the names that product dashboards know.
package struct PoolMetrics: Sendable {
  private let registry: MetricRegistry

  package init(_ registry: MetricRegistry) {
    self.registry = registry
    registry.compute(
      "voice_pool_reuse_ratio", help: "Leases on voices that were there, out of all leases and creations."
    ) {
      let reused = registry.value("voice_pool_reuse_total")
      let created = registry.value("voice_pool_creations_total")
      return reused + created == 0 ? 0 : reused / (reused + created)
    }
  }

  func size(_ machine: PoolStateMachine) {
    registry.set("voice_pool_current_size", to: Double(machine.size), help: "Slots that our voices take.")
    registry.set(
      "voice_pool_capacity", to: Double(machine.capacity ?? -1), help: "Slots that we may take; -1 unbounded.")
    registry.set("voice_pool_leases", to: Double(machine.leases.count), help: "Leases that live.")
    registry.set("voice_pool_orphan_entries", to: Double(machine.orphanCount), help: "Our voices without an owner.")
  }

  func allowance(_ budget: AddEditBudget) {
    guard let remaining = budget.remaining else { return }
    registry.set("voice_allowance_remaining", to: Double(remaining), help: "Additions and edits left this month.")
  }

  func reused() { registry.increment("voice_pool_reuse_total") }

  func created(milliseconds: Double) {
    registry.increment("voice_pool_creations_total")
    registry.increment("voice_pool_insert_total")
    registry.observe("create_latency_ms", milliseconds: milliseconds)
  }

  func creationFailed() { registry.increment("clone_create_fail_total") }

  func evicted() { registry.increment("voice_pool_evictions_total") }

  func deletionPending(_ count: Int) {
    registry.set("deletion_pending", to: Double(count), help: "Voices that the provider still has to delete.")
  }
}
