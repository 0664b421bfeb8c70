import ServiceHost

/// What the plugins of this service offer each other.
extension PortKey where Value == RoutineCatalog {
  package static var routines: Self { PortKey("perform.routines") }
}

extension PortKey where Value == any NoteComposer {
  package static var noteComposer: Self { PortKey("perform.noteComposer") }
}

extension PortKey where Value == any SpeechSynthesizing {
  package static var speech: Self { PortKey("perform.speech") }
}

extension PortKey where Value == any ProvenanceSealing {
  package static var provenance: Self { PortKey("perform.provenance") }
}

extension PortKey where Value == any NoteMixing {
  package static var noteMixing: Self { PortKey("perform.noteMixing") }
}

extension PortKey where Value == any Accounts {
  package static var accounts: Self { PortKey("perform.accounts") }
}

extension PortKey where Value == any Performing {
  package static var performing: Self { PortKey("perform.performing") }
}
