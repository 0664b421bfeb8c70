import Foundation

/// What a service writes holds hashes, tokens and voices: it is for its own account only.
package enum PrivateFiles {
  /// Files and folders made from now on are closed to everybody else; call it first.
  package static func only() {
    umask(0o077)
  }
}
