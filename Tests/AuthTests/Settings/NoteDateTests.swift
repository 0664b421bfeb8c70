import Schemas
import Testing

@Suite struct NoteDateTests {
  @Test(
    "Days are fixed or relative",
    arguments: [
      ("2024-02-29", NoteDate.day(year: 2024, month: 2, day: 29)), ("2000-02-29", .day(year: 2000, month: 2, day: 29)),
      ("1999-12-31", .day(year: 1999, month: 12, day: 31)), ("today", .daysAgo(0)), ("yesterday", .daysAgo(1)),
      ("-3d", .daysAgo(3)), ("-3650d", .daysAgo(3650)),
    ])
  func reads(text: String, expected: NoteDate) {
    #expect(NoteDate(text) == expected)
  }

  @Test(
    "Other texts are no day",
    arguments: [
      "", "2023-02-29", "1900-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "2024-1-1", "24-01-01", "2024/01/01",
      "2024-01-01T00:00", "+3d", "-0d", "-3651d", "-d", "-3", "--3d", "-٣d", "Today", "2024-01-0a", "0000-01-01",
    ])
  func refuses(text: String) {
    #expect(NoteDate(text) == nil)
  }

  @Test("Times are on a 24-hour clock", arguments: ["00:00", "07:05", "23:59"])
  func readsTimes(text: String) {
    #expect(NoteTime(text) != nil)
  }

  @Test("Other texts are no time", arguments: ["", "24:00", "12:60", "7:05", "12.30", "12:3", "-1:00", "12:30:00"])
  func refusesTimes(text: String) {
    #expect(NoteTime(text) == nil)
  }
}
