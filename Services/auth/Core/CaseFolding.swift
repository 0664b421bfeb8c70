import Foundation

extension String {
  /// The form in which names are compared: compatibility forms and letter case make no difference.
  ///
  /// Upper-casing first maps what has several lower-case forms (ß, final sigma) to one.
  package var nameKey: String {
    precomposedStringWithCompatibilityMapping.uppercased().lowercased().precomposedStringWithCompatibilityMapping
  }
}
