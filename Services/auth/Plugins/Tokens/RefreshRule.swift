import Foundation

/// A stored refresh token and its session, as far as renewing depends on them.
package struct RefreshRecord: Sendable, Equatable {
  package var sessionID: String
  package var userID: String
  package var expiresAt: Date
  package var usedAt: Date?
  package var closedAt: Date?

  package init(sessionID: String, userID: String, expiresAt: Date, usedAt: Date?, closedAt: Date?) {
    self.sessionID = sessionID
    self.userID = userID
    self.expiresAt = expiresAt
    self.usedAt = usedAt
    self.closedAt = closedAt
  }
}

/// What presenting a refresh token leads to (RFC 9700, section 4.14).
package enum RefreshRule: Sendable, Equatable {
  /// Mark it as used and add a successor.
  case rotate
  /// It was used a moment ago: two tabs raced. Add another successor.
  case race
  /// It was used before: somebody has a copy. Close the session.
  case reuse
  case refuse

  /// Two uses this close together are one client's.
  package static let raceWindow: TimeInterval = 10

  package static func decide(_ record: RefreshRecord?, at now: Date) -> RefreshRule {
    guard let record, record.closedAt == nil, now < record.expiresAt else { return .refuse }
    guard let used = record.usedAt else { return .rotate }
    return now.timeIntervalSince(used) <= raceWindow ? .race : .reuse
  }
}
