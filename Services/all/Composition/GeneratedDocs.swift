import Foundation
import HTTPTypes
import Schemas
import ServiceClients
import ServiceHTTP
import ServiceHost

/// The pages under `docs` that are made from the code; a test compares them.
package enum GeneratedDocs {
  package struct Page: Sendable {
    /// Below `docs`.
    package var path: String
    package var text: String
    /// Where the generated part begins in a page that people wrote the head of.
    var marker: String?

    /// What stands before the generated part.
    package func keptHead(of page: String) -> String? {
      marker.flatMap { page.range(of: $0) }.map { String(page[..<$0.lowerBound]) }
    }
  }

  package static func pages(_ hosts: [AssembledHost]) throws -> [Page] {
    let descriptions = try hosts.map { host in
      Page(path: "api/\(host.service.rawValue).json", text: try json(StatusRoutes.document(of: [host]).value))
    }
    return descriptions + [
      Page(
        path: "configuration.md", text: VariableTable.markdown(try AllInOneHost.declaredVariables()) + "\n",
        marker: "| variable |"),
      Page(path: "api/routes.md", text: routes(hosts), marker: "| route |"),
      Page(path: "api/errors.md", text: errors, marker: "| error |"),
    ]
  }

  private static func json(_ value: JSONValue) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }

  private static func routes(_ hosts: [AssembledHost]) -> String {
    let rows = hosts.flatMap { host in
      host.routes.filter { !$0.isInternal }.map { route in
        let limits = Set(route.limits.map { "`\($0.name)`" }).sorted().joined(separator: ", ")
        return "| `\(route.method.rawValue) \(route.path)` | \(host.service.rawValue) | \(route.access.words) "
          + "| \(limits.isEmpty ? "—" : limits) | \(route.summary) |"
      }
    }
    return table(["route", "service", "who", "limits", "what"], rows)
  }

  private static var errors: String {
    let rows = ErrorCode.allCases.sorted { $0.rawValue < $1.rawValue }.map { code in
      "| `\(code.rawValue)` | \(code.entry.status) | \(code.entry.title) | \(code.entry.action) |"
    }
    return table(["error", "status", "title", "action"], rows)
  }

  private static func table(_ head: [String], _ rows: [String]) -> String {
    let lines = ["| \(head.joined(separator: " | ")) |", "| \(head.map { _ in "---" }.joined(separator: " | ")) |"]
    return (lines + rows).joined(separator: "\n") + "\n"
  }
}

extension RouteAccess {
  fileprivate var words: String {
    switch self {
    case .open: "anyone"
    case .user: "signed in"
    case .owner: "the user `{id}`"
    case .admin: "admin"
    case .services(let names): names.joined(separator: ", ")
    case .ownerOrSignature: "the user `{id}`, or a signed link"
    }
  }
}
