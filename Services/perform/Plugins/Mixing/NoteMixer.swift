import AudioCodecs
import AudioMixing
import Capabilities
import PerformCore
import SpeechProviders
import Synchronization

/// The audio library's renderers behind this service's port.
struct NoteMixer: NoteMixing {
  let library: BackgroundLibrary
  let randomness: Randomness

  var backgrounds: [String] { library.names }

  func renderer(
    for format: SpeechStream.Format, _ sound: NoteSound
  ) throws(NoteRenderError) -> any NoteRendering {
    do throws(AudioCodecError) {
      return RenderedNote(try renderer(format, sound))
    } catch {
      throw NoteRenderError(error)
    }
  }

  private func renderer(
    _ format: SpeechStream.Format, _ sound: NoteSound
  ) throws(AudioCodecError) -> sending any NoteRenderer {
    let tag = NoteTag.tag(title: sound.title, performanceID: sound.performanceID)
    switch (format, room(sound)) {
    case (.mp3, nil): return PassedThroughNote(tag: tag)
    case (.mp3, let room): return try mixed(.mp3, room, tag)
    case (.pcm(let rate), let room): return try mixed(.pcm16(sampleRate: rate), room, tag)
    }
  }

  private func mixed(
    _ speech: SpeechFormat, _ room: VoiceOverRoom?, _ tag: ID3Tag
  ) throws(AudioCodecError) -> sending MixedNote {
    let note = try MixedNote(speech: speech, room: room, tag: tag)
    try note.prepare()
    return note
  }

  private func room(_ sound: NoteSound) -> VoiceOverRoom? {
    guard let name = sound.background, sound.volume > 0, let loop = library.loop(named: name) else { return nil }
    let offset = Double(randomness.bytes(1).first ?? 0) / 256
    return VoiceOverRoom(background: loop, settings: RoomSettings(volume: sound.volume), startOffset: offset)
  }
}

/// A renderer whose errors are this service's, and which goes from task to task.
private final class RenderedNote: NoteRendering {
  private let renderer: Mutex<any NoteRenderer>

  init(_ renderer: sending any NoteRenderer) {
    self.renderer = Mutex(renderer)
  }

  func feed(_ speech: [UInt8]) throws(NoteRenderError) -> [UInt8] {
    do throws(AudioCodecError) {
      return try renderer.withLock { renderer throws(AudioCodecError) in try renderer.feed(speech) }
    } catch {
      throw NoteRenderError(error)
    }
  }

  func finish() throws(NoteRenderError) -> [UInt8] {
    do throws(AudioCodecError) {
      return try renderer.withLock { renderer throws(AudioCodecError) in try renderer.finish() }
    } catch {
      throw NoteRenderError(error)
    }
  }
}

extension NoteRenderError {
  init(_ error: AudioCodecError) {
    self.init(error.code == .unavailable ? .unavailable : .unusableSpeech, error.description)
  }
}
