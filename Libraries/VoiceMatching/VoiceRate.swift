/// The sample rate at which voices are measured and changed, which is also that of the local engine.
package enum VoiceRate {
  /// In Hz.
  package static let hertz = 22_050
}
