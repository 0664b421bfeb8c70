import PerformCore
import Stemming
import TemplateText
import Testing
import TextProviders

@testable import PerformPrompt

/// One long loop at a time, which lets the services of other suites have their turn.
@Suite("Frames", .serialized)
struct FrameTests {
  private let fixture = TextFixture.shared

  @Test("Every language has at least sixty frames for any value, and they are all different")
  func count() throws {
    #expect(fixture.frames.languages == fixture.languages)
    for language in fixture.frames.languages {
      let set = try #require(fixture.frames[language])
      #expect(set.frames.count >= 60)
      #expect(Set(set.frames).count == set.frames.count)
      #expect(Set(set.routineFrames.keys).isSubset(of: fixture.catalog.all.map(\.id)))
    }
  }

  @Test("A frame alone, with any tail, is judged to be in its own language")
  func language() throws {
    let evidence = LanguageEvidence(fixture.profiles)
    for language in fixture.frames.languages {
      let set = try #require(fixture.frames[language])
      for frame in set.all {
        let text = frame.replacing(FrameSet.placeholder, with: "")
        let isForeign = evidence.speaks(against: language, in: text)
        #expect(!isForeign, "\(frame)")
      }
    }
  }

  @Test("Nearly every frame is recognised as not being in any other language")
  func otherLanguages() async throws {
    let evidence = LanguageEvidence(fixture.profiles)
    for language in fixture.frames.languages {
      let texts = try #require(fixture.frames[language]).frames.map { $0.replacing(FrameSet.placeholder, with: "") }
      for other in fixture.languages where other != language {
        await Task.yield()
        let caught = texts.filter { evidence.speaks(against: other, in: $0) }
        #expect(
          Double(caught.count) >= 0.9 * Double(texts.count), "\(language) as \(other): \(caught.count)/\(texts.count)")
      }
    }
  }

  @Test("Frames and tails name no routine's secret")
  func secrets() async throws {
    for language in fixture.frames.languages {
      let (set, profile) = (try #require(fixture.frames[language]), try #require(fixture.profiles[language]))
      for routine in fixture.catalog.all {
        await Task.yield()
        let hidden = HiddenWords(
          topic: routine.topics[language], phrases: routine.hiddenWords[language] ?? [], in: profile)
        for text in set.frames(for: routine.id) + set.lastResort + set.tails {
          #expect(!hidden.occur(in: text, outside: nil), "\(routine.id): \(text)")
        }
      }
    }
  }

  @Test("Frames and tails are one sentence each, and no mark follows the value that could clash with its own")
  func sentences() throws {
    for language in fixture.frames.languages {
      let set = try #require(fixture.frames[language])
      for text in set.all + set.tails {
        #expect(text.filter { ".!?…".contains($0) }.count == 1, "\(text)")
        #expect(!text.contains("{value}."), "\(text)")
      }
    }
  }

  @Test("Every frame of every routine makes notes that fit, with any of its routine's values")
  func rendered() async throws {
    for language in fixture.frames.languages {
      let set = try #require(fixture.frames[language])
      for routine in fixture.catalog.all {
        for (index, frame) in set.frames(for: routine.id).enumerated() {
          await Task.yield()
          let probes = ProbeValues.of(routine, language)
          for value in ProbeValues.isLong ? probes : [probes[index % probes.count]] {
            let complaints = try complaints(frame, set.tails, value, routine, language)
            #expect(complaints.isEmpty, "\(language) \(routine.id) \(value): \(frame) \(complaints)")
          }
        }
      }
    }
  }

  /// Empty as soon as one tail gives a note with which the check and the second opinion agree.
  private func complaints(
    _ frame: String, _ tails: [String], _ value: String, _ routine: Routine, _ language: String
  ) throws -> [String] {
    let brief = try fixture.brief(value, routine: routine.id, language: language)
    let judge = NoteJudge(brief, fixture.profiles)
    let accepts = fixture.check.acceptor(for: NoteExpectation(brief))
    let texts = ([""] + tails.map { " " + $0 }).map { frame.replacing(FrameSet.placeholder, with: value) + $0 }
    var last = ["no tail fits"]
    for text in texts where accepts(text) {
      last = judge.complaints(text)
      if last.isEmpty { return [] }
    }
    return last
  }

  @Test("Neither a topic nor a value, however hostile, leaves a person without a line")
  func neverWithout() async throws {
    for language in fixture.frames.languages {
      let (set, profile) = (try #require(fixture.frames[language]), try #require(fixture.profiles[language]))
      let isPlain = { (text: String) in
        Word.all(in: text.replacing(FrameSet.placeholder, with: "")).allSatisfy { profile.stopWords.contains($0.text) }
      }
      #expect(set.lastResort.allSatisfy(isPlain) && !set.frames.contains(where: isPlain))
      let (frames, tails) = (set.lastResort, [""] + set.tails.filter(isPlain).map { " " + $0 })
      let words = Set(frames.flatMap { Word.all(in: $0.replacing(FrameSet.placeholder, with: "")) }.map(\.text))
      for value in words.sorted() + ["x", String(repeating: "x", count: 200)] {
        await Task.yield()
        let subject = TextSubject(language: language, routine: "custom", value: value, topic: "dream", userKey: "u")
        let accepts = fixture.check.acceptor(for: NoteExpectation(subject))
        let fits = frames.contains { frame in
          tails.contains { accepts(frame.replacing(FrameSet.placeholder, with: value) + $0) }
        }
        #expect(fits, "\(language): \(value)")
      }
    }
  }

  @Test("Every frame fits every short value with some tail")
  func lengths() throws {
    for language in fixture.frames.languages {
      let set = try #require(fixture.frames[language])
      let tails = [0] + set.tails.map { $0.unicodeScalars.count + 1 }
      for frame in set.all {
        let length = frame.unicodeScalars.count - FrameSet.placeholder.count
        for value in 1...40 {
          #expect(tails.contains { (80...120).contains(length + value + $0) }, "\(value): \(frame)")
        }
      }
    }
  }
}
