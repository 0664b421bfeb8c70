import BillingCore
import Foundation
import Testing

@Suite struct BillingCalendarTests {
  private func calendar(_ zone: String) throws -> BillingCalendar {
    BillingCalendar(timeZone: try #require(TimeZone(identifier: zone)))
  }

  private func instant(_ text: String) throws -> Date {
    try Date(text, strategy: .iso8601)
  }

  @Test(
    "A month begins at its first instant in the installation's time zone",
    arguments: [
      ("UTC", "2026-11-30T23:59:59Z", "2026-11", "2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z"),
      ("UTC", "2026-12-31T23:59:59Z", "2026-12", "2026-12-01T00:00:00Z", "2027-01-01T00:00:00Z"),
      ("Europe/Madrid", "2026-11-30T23:30:00Z", "2026-12", "2026-11-30T23:00:00Z", "2026-12-31T23:00:00Z"),
      ("America/Los_Angeles", "2026-12-01T05:00:00Z", "2026-11", "2026-11-01T07:00:00Z", "2026-12-01T08:00:00Z"),
      ("Asia/Kolkata", "2026-02-10T00:00:00Z", "2026-02", "2026-01-31T18:30:00Z", "2026-02-28T18:30:00Z"),
      ("Pacific/Kiritimati", "2028-02-29T12:00:00Z", "2028-03", "2028-02-29T10:00:00Z", "2028-03-31T10:00:00Z"),
    ])
  func boundaries(zone: String, at: String, id: String, start: String, end: String) throws {
    let period = try calendar(zone).period(containing: instant(at))

    #expect(period == BillingPeriod(id: id, start: try instant(start), end: try instant(end)))
  }

  @Test("Summer time within a month makes it an hour shorter or longer and moves no boundary")
  func daylightSaving() throws {
    let berlin = try calendar("Europe/Berlin")

    let march = berlin.period(containing: try instant("2026-03-29T00:59:59Z"))
    let october = berlin.period(containing: try instant("2026-10-25T01:00:00Z"))

    #expect(march.id == "2026-03")
    #expect(march.end.timeIntervalSince(march.start) == Double(31 * 24 - 1) * 3600)
    #expect(october.id == "2026-10")
    #expect(october.end.timeIntervalSince(october.start) == Double(31 * 24 + 1) * 3600)
  }

  @Test("Where clocks repeat or skip the first midnight, the month begins with its first instant")
  func midnightRepeatedOrSkipped() throws {
    let repeated = try calendar("America/Havana").period(containing: instant("2026-11-01T04:30:00Z"))
    let skipped = try calendar("America/Asuncion").period(containing: instant("2017-10-15T12:00:00Z"))

    #expect(repeated.id == "2026-11")
    #expect(repeated.start == (try instant("2026-11-01T04:00:00Z")))
    #expect(skipped.start == (try instant("2017-10-01T04:00:00Z")))
  }

  @Test(
    "Every instant lies in exactly one period, and periods follow each other without gap",
    arguments: ["UTC", "Europe/Berlin", "America/Havana", "America/Asuncion", "Africa/Cairo", "Asia/Beirut"])
  func partition(zone: String) throws {
    let calendar = try calendar(zone)
    var period = calendar.period(containing: try instant("2015-01-01T12:00:00Z"))

    for _ in 0..<200 {
      let next = calendar.period(containing: period.end)

      #expect(next.start == period.end)
      #expect(calendar.period(containing: period.end - 0.001) == period)
      #expect(calendar.period(id: period.id) == period)
      period = next
    }
  }

  @Test("Texts that name no month name no period", arguments: ["", "2026", "2026-13", "2026-00", "26-11", "2026-1a"])
  func noPeriod(id: String) throws {
    #expect(try calendar("UTC").period(id: id) == nil)
  }

  @Test(
    "A begun day until the reset counts whole",
    arguments: [("2026-11-22T21:00:00Z", 9), ("2026-11-30T00:00:00Z", 1), ("2026-11-30T23:59:59Z", 1)])
  func daysLeft(at: String, days: Int) throws {
    let now = try instant(at)

    #expect(try calendar("UTC").period(containing: now).daysLeft(at: now) == days)
  }
}
