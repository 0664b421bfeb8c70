import Foundation
import ServiceHost

/// Links that open one recording's audio without a token, for a short while.
package struct AudioLinks: Sendable {
  /// Path and query of a link.
  package var link: @Sendable (_ userID: String, _ recordingID: String) -> String
  /// `SIGNATURE_INVALID` unless the link was made here, has not expired, and the user's sessions were not ended since.
  package var verify: @Sendable (_ userID: String, _ recordingID: String, _ query: AudioLinkQuery) throws -> Void

  package init(
    link: @escaping @Sendable (_ userID: String, _ recordingID: String) -> String,
    verify: @escaping @Sendable (_ userID: String, _ recordingID: String, _ query: AudioLinkQuery) throws -> Void
  ) {
    self.link = link
    self.verify = verify
  }
}

/// What a link carries, as it arrived.
package struct AudioLinkQuery: Sendable, Equatable {
  /// Milliseconds since 1970.
  package var issued: String?
  package var signature: String?

  package init(issued: String?, signature: String?) {
    self.issued = issued
    self.signature = signature
  }
}

extension PortKey where Value == AudioLinks {
  package static var audioLinks: Self { PortKey("voice.audioLinks") }
}
