import AuthCore
import Capabilities
import Foundation
import Testing

@Suite struct ActivationCodeTests {
  @Test("A fresh code has eleven letters and digits and is not guessable from another")
  func isRandom() {
    let codes = (0..<200).map { _ in ActivationCode.fresh(.system, createdAt: .noon()).text }

    #expect(Set(codes).count == 200)
    #expect(codes.allSatisfy { $0.count == 11 && $0.allSatisfy { $0.isLetter || $0.isNumber } })
  }

  @Test("A code is unused until it is spent or its time is over")
  func hasStates() {
    var code = ActivationCode(text: "abcdefghijk", createdAt: .noon(), expiresAt: .noon(60))

    #expect(code.state(at: .noon(59)) == .unused)
    #expect(code.state(at: .noon(60)) == .expired)
    code.usedAt = .noon(1)
    #expect(code.state(at: .noon(60)) == .used)
  }

  @Test("A code for an existing account's password registers nobody")
  func bindsToUser() {
    let code = ActivationCode(text: "abcdefghijk", createdAt: .noon(), forUser: "somebody")

    #expect(!code.lets(register: .noon()))
  }
}
