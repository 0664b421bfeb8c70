/// `settings_override` of a performance: a ``SettingsChange`` for this one note.
///
/// Beside canonical keys it takes `fan_volume_pct` (0…100) and `background_sound`, the older names of the background's
/// volume and switch; where both generations are named the newer wins.
package struct SettingsOverride: JSONBody, Equatable {
  package static let refusesUnknownFields = true

  package var change: SettingsChange

  package init(from fields: inout FieldReader) {
    change = SettingsChange(from: &fields)
    if !LegacySettings.recognises(fields) { LegacySettings.fillSound(of: &change, from: &fields) }
  }
}
