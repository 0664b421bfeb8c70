import Foundation

/// Where a text provider is reached: an absolute `http` or `https` URL without a slash at its end.
package struct ProviderBaseURL: Sendable, Equatable {
  package let text: String

  /// `nil` for anything else, a query or fragment included.
  package init?(_ text: String) {
    let url = URLComponents(string: text)
    guard ["http", "https"].contains(url?.scheme ?? ""), let host = url?.host, !host.isEmpty, url?.query == nil,
      url?.fragment == nil, url?.user == nil
    else { return nil }
    self.text = String(text.reversed().drop { $0 == "/" }.reversed())
  }

  /// Whether the URL has a path of its own.
  package var hasPath: Bool {
    !(URLComponents(string: text)?.path ?? "").isEmpty
  }
}
