import Foundation
import Schemas
import ServiceConfiguration

/// Variables of the plugin: `MODEL_COSTS_FILE` (default: the table that comes with the program),
/// `ELEVEN_LABS_MODEL` and the older `ELEVENLABS_MODEL` (default `eleven_turbo_v2_5`).
package struct ModelCostConfiguration: Sendable {
  /// Path of the table that comes with the program.
  package static let bundledFile =
    Bundle.module.url(forResource: "elevenlabs_models_cost", withExtension: "json", subdirectory: "Costs")?.path ?? ""
  private static let defaultModel = "eleven_turbo_v2_5"

  package var file: String
  package var model: String

  init(_ variables: VariableReader) {
    let named = variables.optionalText(
      "MODEL_COSTS_FILE", "Cost table of the speech models, read anew when it changes.", shownDefault: "built in")
    let older = variables.optionalText("ELEVENLABS_MODEL", "Older name of ELEVEN_LABS_MODEL.")
    model = variables.text(
      "ELEVEN_LABS_MODEL", default: older ?? Self.defaultModel, "Speech model; it needs a row in the cost table.")
    file = named ?? Self.bundledFile
    guard let table = Self.table(file, variables) else { return }
    if !table.rows(at: Date()).contains(where: { $0.modelID == model }) {
      variables.refuse("ELEVEN_LABS_MODEL", "has no row in the cost table that is in effect today")
    }
  }

  private static func table(_ file: String, _ variables: VariableReader) -> CostTable? {
    do throws(CostTableRefused) {
      return try CostTableFile.read(file)
    } catch {
      variables.refuse("MODEL_COSTS_FILE", "cannot be used: \(error)")
      return nil
    }
  }
}
