import AudioCodecs
import ChildProcesses

/// The ffmpeg call that decodes one upload to mono 32-bit float samples at 44.1 kHz.
///
/// ffmpeg opens nothing by name: it reads the upload from its standard input and writes to its standard
/// output, and what became of each stretch of it to its standard error (see ``DecoderJournal``). The demuxer is the one that the magic bytes demand, so playlists and concatenations are never
/// interpreted, and only audio decoders are allowed. It writes no file and starts no process.
struct DecoderCommand {
  static let limits = ProcessLimits(cpuSeconds: 15, memoryBytes: 1 << 30, fileBytes: 0, openFiles: 32, processes: 0)

  private static let decoders =
    "mp3,mp3float,aac,alac,opus,libopus,vorbis,flac,amrnb,amrwb,pcm_u8,pcm_s16le,pcm_s24le,pcm_s32le,pcm_f32le,"
    + "pcm_f64le,pcm_mulaw,pcm_alaw"

  let ffmpeg: String
  let container: AudioContainer

  /// - Parameter longest: seconds of audio after which decoding stops.
  func command(input: String, workDirectory: String, longest: Double, timeLimit: Duration) -> ChildCommand {
    let sound = ["-c:a", "pcm_f32le", "-f", "f32le", "pipe:1"]
    let journal = ["-c:a", "pcm_s16le", "-flush_packets", "1", "-f", "framecrc", "pipe:2"]
    let outputs = [sound, journal].flatMap { outputArguments(longest: longest) + $0 }
    var command = ChildCommand(
      program: ffmpeg, arguments: inputArguments + outputs, input: .file(input), workDirectory: workDirectory,
      timeLimit: timeLimit)
    command.messages = .kept
    return command
  }

  private var inputArguments: [String] {
    [
      "-nostdin", "-nostats", "-hide_banner", "-loglevel", "error", "-err_detect", "crccheck", "-protocol_whitelist",
      "pipe", "-codec_whitelist", Self.decoders, "-threads", "1", "-f", demuxer, "-i", "pipe:0",
    ]
  }

  private func outputArguments(longest: Double) -> [String] {
    let track = ["-map", "0:a:0", "-vn", "-sn", "-dn", "-threads", "1", "-t", String(longest)]
    return track + ["-ac", "1", "-ar", String(NoteFormat.sampleRate)]
  }

  private var demuxer: String {
    switch container {
    case .mp3: "mp3"
    case .wav: "wav"
    case .mp4: "mov"
    case .adts: "aac"
    case .ogg: "ogg"
    case .webm: "matroska"
    case .flac: "flac"
    }
  }
}
