import AuthTokens
import Foundation
import Testing

@Suite struct RefreshRuleTests {
  @Test(
    "What a refresh token leads to depends on its age and its use",
    arguments: [
      (nil, nil, 0, RefreshRule.rotate), (nil, nil, 99, .rotate), (nil, nil, 100, .refuse), (5, nil, 15, .race),
      (5, nil, 16, .reuse), (5, 6, 7, .refuse), (nil, 6, 7, .refuse), (5, nil, 100, .refuse),
    ] as [(TimeInterval?, TimeInterval?, TimeInterval, RefreshRule)])
  func decides(used: TimeInterval?, closed: TimeInterval?, now: TimeInterval, expected: RefreshRule) {
    let record = RefreshRecord(
      sessionID: "s", userID: "u", expiresAt: .noon(100), usedAt: used.map { .noon($0) },
      closedAt: closed.map { .noon($0) })

    #expect(RefreshRule.decide(record, at: .noon(now)) == expected)
  }

  @Test("An unknown token is refused")
  func refusesUnknown() {
    #expect(RefreshRule.decide(nil, at: .noon()) == .refuse)
  }
}
