import Foundation

/// Suites that are worth more the longer they run: a short default, longer with `VOICEMEMOS_TEST_LONG=1`.
enum Long {
  static func seconds(_ short: Int, long: Int) -> Duration {
    .seconds(ProcessInfo.processInfo.environment["VOICEMEMOS_TEST_LONG"] == "1" ? long : short)
  }
}
