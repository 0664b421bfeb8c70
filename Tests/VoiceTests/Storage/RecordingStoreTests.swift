import Capabilities
import Foundation
import Schemas
import Testing
import VoiceCore

@Suite("Stores of recordings")
struct RecordingStoreTests {
  private let start = Date(milliseconds: 1_763_800_000_000)

  private func sample(_ hash: String, _ id: String) -> Sample {
    Sample(
      id: id, userID: "u", hash: hash, pcmSampleCount: 5, blob: BlobID(stored: "samples/\(id)"), byteCount: 7,
      durationSeconds: 31, trimmedSeconds: 1, loudnessLUFS: -20, truePeakDBTP: -3, createdAt: start)
  }

  private func consent(_ hash: String) -> Consent { Consent(userID: "u", sampleHash: hash, givenAt: start) }

  private func note(_ id: String, date: String? = nil, title: String? = nil, rehearsal: Bool = false) -> Note {
    let opening = NoteOpening(
      performanceID: "p-\(id)", userID: "u", requestDigest: "d", routineType: "cards", voiceSource: "local_matched",
      voiceCloneID: "local_1", title: title, date: date, time: "07:30", rehearsal: rehearsal)
    return Note(opening, recordingID: "r-\(id)", at: start)
  }

  private func deliver(_ note: Note, in notes: any NoteStore) async throws {
    let opened = try await notes.open(note)
    let audio = NoteAudio(blob: BlobID(stored: "notes/\(opened.recordingID)"), byteCount: 9, durationSeconds: 4)
    _ = try await notes.seal(note.performanceID, attempt: opened.attempt, audio)
    _ = try await notes.confirm(note.performanceID, answer: "{}", at: start)
  }

  @Test("The newest sample is active; a known one is taken up again", arguments: RecordingStoreKind.allCases)
  func samples(kind: RecordingStoreKind) async throws {
    try await kind.with { samples, _, recordings in
      let first = try await samples.keep(sample("a", "1"), consent("a"))
      _ = try await samples.keep(sample("b", "2"), consent("b"))
      #expect(try await samples.activeSample(of: "u")?.hash == "b")

      let again = try await samples.keep(sample("a", "3"), consent("a"))

      #expect(again == first)
      #expect(try await samples.activeSample(of: "u") == first)
      #expect(try await recordings.page(of: "u", RecordingQuery(asOf: start)).count == 2)
    }
  }

  @Test("Several samples are active together, as far as a voice takes them", arguments: RecordingStoreKind.allCases)
  func activeSamples(kind: RecordingStoreKind) async throws {
    try await kind.with { samples, _, recordings in
      for (hash, id) in [("a", "1"), ("b", "2"), ("c", "3"), ("d", "4")] {
        _ = try await samples.keep(sample(hash, id), consent(hash))
      }
      #expect(try await samples.setActive("4", of: "u", false) == .lastOne)
      #expect(try await samples.setActive("1", of: "u", true) == .done)
      #expect(try await samples.setActive("2", of: "u", true) == .done)
      #expect(try await samples.setActive("3", of: "u", true) == .tooMany)
      #expect(try await samples.setActive("1", of: "stranger", true) == .noSuchSample)
      #expect(try await samples.activeSet(of: "u")?.key == "a+b+d")

      let again = try await samples.keep(sample("a", "5"), consent("a"))

      #expect(again.id == "1")
      #expect(try await samples.activeSamples(of: "u").map(\.id) == ["4", "2", "1"])
      let historical = RecordingQuery(state: .historical, asOf: start)
      #expect(try await recordings.page(of: "u", historical).map(\.id) == ["3"])
      #expect(try await samples.keep(sample("c", "6"), consent("c")).id == "3")
      #expect(try await samples.activeSamples(of: "u").map(\.id) == ["3"])
      #expect(try await recordings.page(of: "u", RecordingQuery(state: .active, asOf: start)).map(\.id) == ["3"])
    }
  }

  @Test("Removing all samples withdraws the consents and names the blobs", arguments: RecordingStoreKind.allCases)
  func removeSamples(kind: RecordingStoreKind) async throws {
    try await kind.with { samples, _, recordings in
      _ = try await samples.keep(sample("a", "1"), consent("a"))
      #expect(try await samples.consent(of: "u", sampleHash: "a") == consent("a"))

      let blobs = try await samples.removeAll(of: "u", at: start)

      #expect(blobs == [BlobID(stored: "samples/1")])
      #expect(try await samples.activeSample(of: "u") == nil)
      #expect(try await samples.consent(of: "u", sampleHash: "a") == nil)
      #expect(try await recordings.page(of: "u", RecordingQuery(asOf: start)) == [])
    }
  }

  @Test("Only a confirmed note that is no rehearsal is listed", arguments: RecordingStoreKind.allCases)
  func listing(kind: RecordingStoreKind) async throws {
    try await kind.with { _, notes, recordings in
      _ = try await notes.open(note("pending"))
      try await deliver(note("rehearsal", rehearsal: true), in: notes)
      try await deliver(note("shown", title: "Groceries"), in: notes)

      #expect(try await recordings.page(of: "u", RecordingQuery(asOf: start)).map(\.id) == ["r-shown"])
      #expect(try await recordings.recording("r-rehearsal", of: "u") != nil)
      #expect(try await recordings.recording("r-pending", of: "u") == nil)
      #expect(try await recordings.recording("r-shown", of: "stranger") == nil)
    }
  }

  @Test("Pages follow the shown date, then creation, without gaps", arguments: RecordingStoreKind.allCases)
  func paging(kind: RecordingStoreKind) async throws {
    try await kind.with { samples, notes, recordings in
      _ = try await samples.keep(sample("a", "1"), consent("a"))
      try await deliver(note("old", date: "2020-01-01"), in: notes)
      try await deliver(note("new", date: "2030-01-01"), in: notes)
      var ids: [String] = []
      var query = RecordingQuery(limit: 1, asOf: start)

      while let row = try await recordings.page(of: "u", query).first {
        ids.append(row.id)
        query.after = RecordingCursor(row, asOf: start)
      }

      #expect(ids == ["r-new", "1", "r-old"])
      #expect(try await recordings.page(of: "u", RecordingQuery(kind: .sample, asOf: start)).map(\.id) == ["1"])
    }
  }

  @Test("Titles are searched without regard to case or wildcards", arguments: RecordingStoreKind.allCases)
  func search(kind: RecordingStoreKind) async throws {
    try await kind.with { _, notes, recordings in
      try await deliver(note("a", title: "Shopping list"), in: notes)
      try await deliver(note("b", title: "100% sure"), in: notes)

      #expect(try await recordings.page(of: "u", RecordingQuery(text: "SHOP", asOf: start)).map(\.id) == ["r-a"])
      #expect(try await recordings.page(of: "u", RecordingQuery(text: "%", asOf: start)).map(\.id) == ["r-b"])
    }
  }

  @Test(
    "A pending note is opened again under its recording id; what the older attempt writes is not taken",
    arguments: RecordingStoreKind.allCases)
  func reopening(kind: RecordingStoreKind) async throws {
    try await kind.with { _, notes, _ in
      _ = try await notes.open(note("a"))
      let audio = NoteAudio(blob: BlobID(stored: "notes/1"), byteCount: 9, durationSeconds: 4)
      var retry = note("a")
      retry.recordingID = "another"

      let opened = try await notes.open(retry)

      #expect(opened.recordingID == "r-a" && opened.attempt == 2 && opened.state == .pending)
      #expect(try await notes.seal("p-a", attempt: 1, audio) == nil)
      #expect(try await notes.discard("p-a", attempt: 1) == nil)
      #expect(try await notes.note("p-a")?.audio == nil)
    }
  }

  @Test("A sealed note, which may be paid for, is not opened again", arguments: RecordingStoreKind.allCases)
  func sealed(kind: RecordingStoreKind) async throws {
    try await kind.with { _, notes, _ in
      let first = try await notes.open(note("a"))
      let audio = NoteAudio(blob: BlobID(stored: "notes/1"), byteCount: 9, durationSeconds: 4, draft: "{}")
      _ = try await notes.seal("p-a", attempt: first.attempt, audio)

      let opened = try await notes.open(note("a"))

      #expect(opened.state == .sealed && opened.attempt == 1 && opened.audio == audio)
    }
  }

  @Test("A confirmed note is not opened, sealed or discarded any more", arguments: RecordingStoreKind.allCases)
  func confirmed(kind: RecordingStoreKind) async throws {
    try await kind.with { _, notes, _ in
      #expect(try await notes.confirm("p-a", answer: "{}", at: start) == nil)
      try await deliver(note("a"), in: notes)

      let opened = try await notes.open(note("a"))

      #expect(opened.state == .confirmed && opened.answer == "{}")
      #expect(try await notes.confirm("p-a", answer: "other", at: start)?.answer == "{}")
      #expect(try await notes.discard("p-a", attempt: nil) == nil)
      #expect(try await notes.unsettled(openedBefore: .distantFuture, limit: 9) == [])
    }
  }

  @Test("A change moves the row; a removed note keeps its performance", arguments: RecordingStoreKind.allCases)
  func changes(kind: RecordingStoreKind) async throws {
    try await kind.with { _, notes, recordings in
      try await deliver(note("a", date: "2020-01-01", title: "Old"), in: notes)

      let changed = try await recordings.patch("r-a", of: "u", RecordingPatch(title: .some("New"), date: .some(nil)))
      #expect(changed?.title == "New" && changed?.date == nil && changed?.time == "07:30")
      #expect(changed?.sortDate(at: start) == ShownDate.day(of: start))

      let removal = try await recordings.remove("r-a", of: "u", at: start)
      guard case .removed(let removed) = removal else { throw NeverRemoved() }
      #expect(removed.blob == BlobID(stored: "notes/r-a"))
      #expect(try await recordings.page(of: "u", RecordingQuery(asOf: start)) == [])
      #expect(try await recordings.remove("r-a", of: "u", at: start) == .noSuchRecording)
      let left = try await notes.note("p-a")
      #expect(left?.state == .confirmed && left?.audio == nil && left?.answer == nil && left?.audio?.draft == nil)
    }
  }

  @Test("Old notes that were not confirmed are found", arguments: RecordingStoreKind.allCases)
  func unsettled(kind: RecordingStoreKind) async throws {
    try await kind.with { _, notes, _ in
      _ = try await notes.open(note("a"))

      #expect(try await notes.unsettled(openedBefore: start, limit: 9) == [])
      #expect(try await notes.unsettled(openedBefore: start.addingTimeInterval(1), limit: 9).count == 1)
    }
  }

  private func decoy(_ id: String, date: String? = nil, title: String? = nil, at instant: Date? = nil) -> Recording {
    Recording(
      id: id, userID: "u", kind: .decoy, title: title, date: date, time: nil, createdAt: instant ?? start,
      durationSeconds: 1, byteCount: 1, blob: BlobID(stored: "decoys/\(id)"))
  }

  @Test("A relative date moves on at midnight, an absolute one stays", arguments: RecordingStoreKind.allCases)
  func relativeDates(kind: RecordingStoreKind) async throws {
    try await kind.with { _, _, recordings in
      let tomorrow = start.addingTimeInterval(86_400)
      try await recordings.add(decoy("fixed", date: ShownDate.day(of: start)))
      try await recordings.add(decoy("moving", date: "yesterday"))

      #expect(try await recordings.page(of: "u", RecordingQuery(asOf: start)).map(\.id) == ["fixed", "moving"])

      let later = try await recordings.page(of: "u", RecordingQuery(asOf: tomorrow))
      #expect(Set(later.map { $0.shownDate(at: tomorrow) }) == [ShownDate.day(of: start)])
      let next = try await recordings.page(of: "u", RecordingQuery(asOf: tomorrow.addingTimeInterval(86_400)))
      #expect(next.map(\.id) == ["moving", "fixed"])
    }
  }

  @Test("What stands for a missing title is searched as well", arguments: RecordingStoreKind.allCases)
  func shownTitles(kind: RecordingStoreKind) async throws {
    try await kind.with { _, _, recordings in
      try await recordings.add(decoy("dated", date: "2020-02-03"))
      try await recordings.add(decoy("Bare"))
      try await recordings.add(decoy("named", date: "2020-02-03", title: "ÉTUDE"))

      #expect(try await recordings.page(of: "u", RecordingQuery(text: "02-03", asOf: start)).map(\.id) == ["dated"])
      #expect(try await recordings.page(of: "u", RecordingQuery(text: "bare", asOf: start)).map(\.id) == ["Bare"])
      #expect(try await recordings.page(of: "u", RecordingQuery(text: "étude", asOf: start)).map(\.id) == ["named"])
    }
  }

  @Test("A waveform is kept with its recording and goes with it", arguments: RecordingStoreKind.allCases)
  func waveforms(kind: RecordingStoreKind) async throws {
    try await kind.with { _, notes, recordings in
      try await deliver(note("a"), in: notes)
      #expect(try await recordings.recording("r-a", of: "u")?.hasWaveform == false)

      try await recordings.keepWaveform([1, 2], of: "r-a")
      try await recordings.keepWaveform([3], of: "r-a")
      try await recordings.keepWaveform([3], of: "unknown")

      #expect(try await recordings.waveform(of: "r-a") == [1, 2])
      #expect(try await recordings.recording("r-a", of: "u")?.hasWaveform == true)
      #expect(try await recordings.waveform(of: "unknown") == nil)
      _ = try await recordings.remove("r-a", of: "u", at: start)
      #expect(try await recordings.waveform(of: "r-a") == nil)
    }
  }

  @Test(
    "Old notes, decoys and samples without a clone expire, active samples do not",
    arguments: RecordingStoreKind.allCases)
  func expiry(kind: RecordingStoreKind) async throws {
    try await kind.with { samples, notes, recordings in
      _ = try await samples.keep(sample("a", "old"), consent("a"))
      _ = try await samples.keep(sample("b", "current"), consent("b"))
      try await deliver(note("a"), in: notes)
      try await deliver(note("rehearsed", rehearsal: true), in: notes)
      _ = try await notes.open(note("pending"))
      try await recordings.add(decoy("d", at: start.addingTimeInterval(5)))

      #expect(try await recordings.expired(madeBefore: start, limit: 9) == [])
      let expired = try await recordings.expired(madeBefore: start.addingTimeInterval(6), limit: 9)
      #expect(Set(expired.map(\.id)) == ["old", "r-a", "r-rehearsed", "d"])
    }
  }

  @Test("A removed sample takes its consent along; another one takes its place", arguments: RecordingStoreKind.allCases)
  func removeSample(kind: RecordingStoreKind) async throws {
    try await kind.with { samples, _, recordings in
      for (hash, id) in [("a", "1"), ("b", "2"), ("c", "3")] {
        _ = try await samples.keep(sample(hash, id), consent(hash))
      }
      _ = try await samples.setActive("1", of: "u", true)

      guard case .removed = try await recordings.remove("3", of: "u", at: start) else { throw NeverRemoved() }
      #expect(try await samples.activeSamples(of: "u").map(\.id) == ["1"])
      #expect(try await samples.consent(of: "u", sampleHash: "c") == nil)
      guard case .removed = try await recordings.remove("1", of: "u", at: start) else { throw NeverRemoved() }
      #expect(try await samples.activeSamples(of: "u").map(\.id) == ["2"])

      #expect(try await recordings.remove("2", of: "u", at: start) == .lastSample)
      #expect(try await samples.consent(of: "u", sampleHash: "b") != nil)
    }
  }

  @Test("The active samples are exchanged for known ones, or stay", arguments: RecordingStoreKind.allCases)
  func activating(kind: RecordingStoreKind) async throws {
    try await kind.with { samples, _, _ in
      for (hash, id) in [("a", "1"), ("b", "2"), ("c", "3")] {
        _ = try await samples.keep(sample(hash, id), consent(hash))
      }

      #expect(try await samples.activate(["a", "b", "unknown"], of: "u"))
      #expect(try await samples.activeSamples(of: "u").map(\.id) == ["2", "1"])
      #expect(try await samples.activate(["unknown"], of: "u") == false)
      #expect(try await samples.activeSamples(of: "u").map(\.id) == ["2", "1"])
    }
  }

  @Test("Blobs that no recording has are told apart", arguments: RecordingStoreKind.allCases)
  func orphans(kind: RecordingStoreKind) async throws {
    try await kind.with { samples, notes, recordings in
      _ = try await samples.keep(sample("a", "1"), consent("a"))
      let opened = try await notes.open(note("sealed"))
      let audio = NoteAudio(blob: BlobID(stored: "notes/sealed"), byteCount: 9, durationSeconds: 4)
      _ = try await notes.seal("p-sealed", attempt: opened.attempt, audio)
      let blobs = ["samples/1", "notes/sealed", "notes/lost"].map { BlobID(stored: $0) }

      #expect(try await recordings.orphans(among: blobs) == [BlobID(stored: "notes/lost")])
    }
  }

  @Test("A day is sorted by shown time, else by the time of making", arguments: RecordingStoreKind.allCases)
  func timesOfDay(kind: RecordingStoreKind) async throws {
    try await kind.with { _, _, recordings in
      let day = ShownDate.day(of: start)
      for (id, time) in [("noon", "12:00"), ("dawn", "05:10"), ("night", "23:59")] {
        var card = decoy(id, date: day, at: start.addingTimeInterval(id == "dawn" ? 60 : 0))
        card.time = time
        try await recordings.add(card)
      }
      try await recordings.add(decoy("made", date: day))
      var ids: [String] = []
      var query = RecordingQuery(limit: 1, asOf: start)
      while let row = try await recordings.page(of: "u", query).first {
        ids.append(row.id)
        query.after = RecordingCursor(RecordingCursor(row, asOf: start).text)
      }

      #expect(ids == ["night", "noon", "made", "dawn"])
    }
  }
}

private struct NeverRemoved: Error {}
