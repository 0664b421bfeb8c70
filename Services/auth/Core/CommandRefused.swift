import Schemas

/// Tells the operator why a maintenance command did nothing.
package struct CommandRefused: Error, CustomStringConvertible {
  package var description: String

  package init(_ description: String) {
    self.description = description
  }

  package init(_ error: ServiceError) {
    self.init(error.message)
  }
}
