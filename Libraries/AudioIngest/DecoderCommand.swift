import AudioCodecs
import ChildProcesses

/// The ffmpeg call that decodes one upload to mono 32-bit float samples at 44.1 kHz.
///
/// ffmpeg opens nothing by name: it reads the upload from its standard input and writes to its standard
/// output. The demuxer is the one that the magic bytes demand, so playlists and concatenations are never
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
    ChildCommand(
      program: ffmpeg, arguments: inputArguments + outputArguments(longest: longest), input: .file(input),
      workDirectory: workDirectory, timeLimit: timeLimit)
  }

  private var inputArguments: [String] {
    [
      "-nostdin", "-hide_banner", "-loglevel", "quiet", "-protocol_whitelist", "pipe", "-codec_whitelist",
      Self.decoders, "-threads", "1", "-f", demuxer, "-i", "pipe:0",
    ]
  }

  private func outputArguments(longest: Double) -> [String] {
    let format = ["-ac", "1", "-ar", String(NoteFormat.sampleRate), "-c:a", "pcm_f32le", "-f", "f32le"]
    return ["-map", "0:a:0", "-vn", "-sn", "-dn", "-threads", "1", "-t", String(longest)] + format + ["pipe:1"]
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
