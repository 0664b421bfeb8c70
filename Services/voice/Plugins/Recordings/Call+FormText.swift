import Foundation
import Hummingbird
import ServiceHTTP

extension Call {
  /// A parameter of the query as forms write it: decoded once, `+` for a space. `nil` where there is none.
  func formText(_ name: String) -> String? {
    let pairs = (request.uri.query ?? "").split(separator: "&")
    let pair = pairs.first { $0.hasPrefix("\(name)=") }
    let text = pair.map { String($0.dropFirst(name.count + 1)).replacing("+", with: " ") }
    return text.map { $0.removingPercentEncoding ?? $0 }
  }
}
