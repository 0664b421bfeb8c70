/// Names what one plugin offers and another needs, with its type.
///
/// Keys are declared beside the port's protocol, as static members of an extension:
/// `extension PortKey where Value == any SlotLeasing { static var slotLeases: Self { PortKey("voice.leases") } }`
package struct PortKey<Value: Sendable>: Sendable {
  package let name: String

  package init(_ name: String) {
    self.name = name
  }

  package var any: AnyPortKey { AnyPortKey(name: name) }
}

/// A port's name without its type, for describing what is provided and needed.
package struct AnyPortKey: Sendable, Hashable {
  package let name: String
}
