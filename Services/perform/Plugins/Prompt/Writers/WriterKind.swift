import PerformCore
import ServiceConfiguration
import ServiceHost
import TextProviders

/// A text provider that `TEXT_PROVIDERS` can list. A new one is a file like its neighbours and a line in ``all``.
struct WriterKind: Sendable {
  typealias Maker = @Sendable (PluginAssembly, TextJournal) -> any TextWriter

  /// As listed.
  let name: String
  /// Reads the provider's variables; all are declared, also for one that is not listed.
  ///
  /// - Returns: how the writer is made; `nil` for one that is not listed or whose variables were refused.
  let configure: @Sendable (_ variables: VariableReader, _ isListed: Bool) -> Maker?

  static let all = [gemini, openAICompatible]

  /// The offline writer; it always stands last, wherever it is listed.
  static let offline = "template"
}
