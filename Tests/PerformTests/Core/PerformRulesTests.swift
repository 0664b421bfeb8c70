import Foundation
import PerformCore
import Schemas
import SpeechProviders
import Testing

@Suite("The rules of a performance")
struct PerformRulesTests {
  @Test("One user's key is one performance, and nobody else's")
  func performanceID() throws {
    let id = PerformanceID.derived(user: "anna", key: "k-1")

    #expect(UUID(uuidString: id) != nil && id == id.lowercased())
    #expect(PerformanceID.derived(user: "anna", key: "k-1") == id)
    #expect(PerformanceID.derived(user: "ann", key: "ak-1") != id)
    #expect(PerformanceID.derived(user: "otto", key: "k-1") != id)
  }

  @Test("Keys are visible ASCII of bounded length", arguments: ["", "a b", "ü", String(repeating: "k", count: 256)])
  func badKeys(_ key: String) {
    #expect(!PerformanceID.isAcceptable(key: key))
  }

  @Test("A name of one's own is the title; else the day in one's language")
  func titles() throws {
    let now = try Date("2026-11-22T10:00:00Z", strategy: .iso8601)
    var settings = UserSettings()
    settings.voiceNoteDate = "yesterday"
    let english = NoteTitle.title(settings, now: now)
    settings.language = .spanish
    let spanish = NoteTitle.title(settings, now: now)
    settings.voiceNoteName = "Nota 7"

    #expect(english == "Recording on November 21, 2026")
    #expect(spanish == "Grabación del 21 de noviembre de 2026")
    #expect(NoteTitle.title(settings, now: now) == "Nota 7")
  }

  @Test("Without a name and without the default there is no title")
  func noTitle() {
    var settings = UserSettings()
    settings.voiceNoteNameDefault = false

    #expect(NoteTitle.title(settings, now: Date()) == nil)
    #expect(NoteTitle.filename(nil) == "Recording.mp3")
    #expect(NoteTitle.filename("../a/b\"c") == "a b c.mp3")
  }

  @Test("A stable voice has no style, an unstable one a little")
  func style() {
    var settings = UserSettings()
    settings.stability = 1
    let stable = SpeechSettings(settings)
    settings.stability = 0
    let lively = SpeechSettings(settings)

    #expect(stable.style == 0 && lively.style == 0.3)
    #expect(stable.similarityBoost == 0.75 && stable.speakerBoost)
  }

  @Test(
    "The claimed day is shown, absolute or relative",
    arguments: [
      ("2024-02-29", "February 29, 2024"), ("today", "November 22, 2026"), ("-3d", "November 19, 2026"),
    ])
  func claimedDays(date: String, shown: String) throws {
    var settings = UserSettings()
    settings.voiceNoteDate = date

    #expect(
      NoteTitle.title(settings, now: try Date("2026-11-22T10:00:00Z", strategy: .iso8601))?.hasSuffix(shown) == true)
  }

  @Test(
    "Days are counted where the performer is",
    arguments: [
      (nil, "November 23, 2026", "2026-11-22"), ("America/New_York", "November 22, 2026", "2026-11-21"),
      ("Asia/Tokyo", "November 23, 2026", "2026-11-22"),
    ] as [(String?, String, String)])
  func zones(zone: String?, today: String, yesterday: String) throws {
    let eveningInNewYork = try Date("2026-11-23T01:30:00Z", strategy: .iso8601)
    var settings = UserSettings()
    settings.timeZone = zone

    #expect(NoteTitle.title(settings, now: eveningInNewYork) == "Recording on \(today)")
    settings.voiceNoteDate = "yesterday"
    #expect(settings.claimedDay(at: eveningInNewYork) == yesterday)
    settings.voiceNoteDate = "2024-02-29"
    #expect(settings.claimedDay(at: eveningInNewYork) == "2024-02-29")
  }

  @Test("A cache keeps what is used and forgets the rest")
  func recentCache() {
    let cache = RecentCache<Int, Int>(capacity: 2)
    cache.remember(1, for: 1)
    for key in 2...20 {
      _ = cache.value(for: 1)
      cache.remember(key, for: key)
    }

    #expect(cache.value(for: 1) == 1 && cache.value(for: 20) == 20 && cache.value(for: 5) == nil)
  }
}
