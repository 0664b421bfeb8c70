/// The routines that this service performs, in the order of their menus.
package struct RoutineCatalog: Sendable {
  package let all: [Routine]

  package init(_ routines: [Routine]) {
    all = routines
  }

  /// - Throws: ``UnknownRoutine``.
  package func routine(_ id: String) throws(UnknownRoutine) -> Routine {
    guard let routine = all.first(where: { $0.id == id }) else {
      throw UnknownRoutine(known: all.map(\.id))
    }
    return routine
  }
}

/// No routine has the id that was asked for; answered as 400 `UNKNOWN_ROUTINE`.
package struct UnknownRoutine: Error, Sendable, Equatable {
  /// The ids that would have done.
  package var known: [String]
}
