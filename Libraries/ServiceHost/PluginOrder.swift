/// Orders plugins by their needs, keeping the written order between equals.
enum PluginOrder {
  static func sorted(_ plugins: [any ServicePlugin]) throws(PluginOrderError) -> [any ServicePlugin] {
    let providers = try providers(of: plugins)
    var ordered: [any ServicePlugin] = []
    var placed: Set<String> = []
    var rest = plugins
    while !rest.isEmpty {
      let next = rest.firstIndex { plugin in
        plugin.needs.allSatisfy { need in providers[need].map { placed.contains($0) } ?? false }
      }
      guard let next else { throw .cycle(rest.map(\.identity)) }
      placed.insert(rest[next].identity)
      ordered.append(rest.remove(at: next))
    }
    return ordered
  }

  private static func providers(of plugins: [any ServicePlugin]) throws(PluginOrderError) -> [AnyPortKey: String] {
    var identities: Set<String> = []
    var providers: [AnyPortKey: String] = [:]
    for plugin in plugins {
      guard identities.insert(plugin.identity).inserted else { throw .duplicatePlugin(plugin.identity) }
      for port in plugin.provides {
        if let first = providers.updateValue(plugin.identity, forKey: port) {
          throw .duplicatePort(port.name, first, plugin.identity)
        }
      }
    }
    for plugin in plugins {
      for need in plugin.needs where providers[need] == nil { throw .missingPort(need.name, neededBy: plugin.identity) }
    }
    return providers
  }
}

/// A host's list that cannot be assembled. A programmer's error, found before any socket is opened.
package enum PluginOrderError: Error, Equatable, CustomStringConvertible {
  case duplicatePlugin(String)
  case duplicatePort(String, String, String)
  case missingPort(String, neededBy: String)
  case cycle([String])

  package var description: String {
    switch self {
    case .duplicatePlugin(let identity): "the plugin \(identity) is listed twice"
    case .duplicatePort(let port, let first, let second): "\(port) is provided by both \(first) and \(second)"
    case .missingPort(let port, let plugin): "\(plugin) needs \(port), which no plugin provides"
    case .cycle(let plugins): "these plugins need each other in a circle: \(plugins.joined(separator: ", "))"
    }
  }
}
