import AudioIngest
import Foundation
import Schemas
import TestSupport
import Testing

@Suite(.serialized) struct SampleNormalizerTests {
  static let formats: [(name: String, options: [String])] = [
    ("mp3", ["-c:a", "libmp3lame", "-b:a", "96k", "-f", "mp3"]),
    ("extensible wav, 24 bit", ["-ar", "48000", "-ac", "2", "-c:a", "pcm_s24le", "-f", "wav"]),
    ("wav, 8 kHz", ["-ar", "8000", "-ac", "1", "-c:a", "pcm_s16le", "-f", "wav"]),
    ("wav, floating point", ["-ar", "44100", "-ac", "1", "-c:a", "pcm_f32le", "-f", "wav"]),
    ("adts", ["-c:a", "aac", "-b:a", "96k", "-f", "adts"]),
    ("opus", ["-c:a", "libopus", "-b:a", "32k", "-f", "ogg"]),
    ("vorbis", ["-c:a", "libvorbis", "-ar", "44100", "-f", "ogg"]),
    ("flac", ["-c:a", "flac", "-sample_fmt", "s16", "-ar", "44100", "-f", "flac"]),
    ("webm", ["-c:a", "libopus", "-b:a", "48k", "-f", "webm"]),
    ("webm without lengths", ["-c:a", "libopus", "-b:a", "48k", "-f", "webm", "-live", "1"]),
    ("fragmented mp4", ["-c:a", "aac", "-f", "mp4", "-movflags", "frag_keyframe+empty_moov"]),
  ]

  @Test("What phones and browsers record becomes a sample within the limits", arguments: formats)
  func normalizes(format: (name: String, options: [String])) async throws {
    let folder = try TemporaryFolder()
    let upload = try folder.write(try Samples.speechFile(format.options), as: "upload")

    let sample = try await SampleNormalizer().normalize(upload.path, workDirectory: folder.path)

    try expectWithinLimits(sample)
    #expect(abs(sample.durationSeconds - 49.1) < 0.3)
    #expect(try Set(folder.contents) == ["upload", URL(fileURLWithPath: sample.path).lastPathComponent])
  }

  @Test("An M4A with its index at the end, as phones write it, is read")
  func readsLateIndex() async throws {
    let folder = try TemporaryFolder()
    let upload = folder.path + "/upload.m4a"
    try Tool.ffmpeg(["-i", SpeechClip.path, "-c:a", "aac", "-b:a", "96k", upload])

    let sample = try await SampleNormalizer().normalize(upload, workDirectory: folder.path)

    try expectWithinLimits(sample)
    #expect(sample.container == .mp4)
  }

  @Test("An MP3 with a tag and a picture in front, as a player keeps it, is read")
  func readsTaggedMP3() async throws {
    let folder = try TemporaryFolder()
    let upload = folder.path + "/upload.mp3"
    let picture = ["-f", "lavfi", "-i", "color=c=red:size=300x300:d=1", "-map", "0:a", "-map", "1:v", "-frames:v", "1"]
    let tag = ["-c:v", "mjpeg", "-disposition:v", "attached_pic", "-id3v2_version", "3", "-metadata", "title=Memo"]
    try Tool.ffmpeg(["-i", SpeechClip.path] + picture + tag + ["-c:a", "libmp3lame", "-b:a", "96k", upload])

    let sample = try await SampleNormalizer().normalize(upload, workDirectory: folder.path)

    try expectWithinLimits(sample)
    #expect(sample.container == .mp3)
    #expect(abs(sample.durationSeconds - 49.1) < 0.3)
  }

  @Test("A sample tells how its speaker sounds")
  func profiles() async throws {
    let folder = try TemporaryFolder()

    let sample = try await SampleNormalizer().normalize(SpeechClip.path, workDirectory: folder.path)

    #expect((95.0...103).contains(try #require(sample.profile).medianPitch))
  }

  @Test("Soft, loud and peaky speech all come out at the same loudness", arguments: ["-22dB", "4dB"])
  func levels(gain: String) async throws {
    let folder = try TemporaryFolder()
    let options = ["-af", "volume=\(gain)", "-c:a", "pcm_f32le", "-f", "wav"]
    let upload = try folder.write(try Samples.speechFile(options), as: "upload")

    let sample = try await SampleNormalizer().normalize(upload.path, workDirectory: folder.path)

    try expectWithinLimits(sample)
  }

  @Test("The same recording as WAV and as FLAC has one hash, another recording another")
  func hashesTheSound() async throws {
    let folder = try TemporaryFolder()
    let pcm = ["-ac", "1", "-ar", "44100", "-sample_fmt", "s16"]
    try folder.write(try Samples.speechFile(pcm + ["-f", "wav"]), as: "wav")
    try Tool.ffmpeg(["-i", folder.path + "/wav", "-c:a", "flac", "-f", "flac", folder.path + "/flac"])
    try Tool.ffmpeg(["-i", folder.path + "/wav", "-t", "40", "-f", "wav", folder.path + "/other"])
    let normalizer = try await SampleNormalizer()

    let wav = try await normalizer.normalize(folder.path + "/wav", workDirectory: folder.path)
    let flac = try await normalizer.normalize(folder.path + "/flac", workDirectory: folder.path)
    let other = try await normalizer.normalize(folder.path + "/other", workDirectory: folder.path)

    #expect(wav.hash == flac.hash)
    #expect(wav.pcmSampleCount == flac.pcmSampleCount)
    #expect(wav.hash != other.hash)
    #expect(wav.hash.count == 64)
  }

  @Test("Silence goes from the ends and out of long pauses, and is said to have gone")
  func trims() async throws {
    let folder = try TemporaryFolder()
    let pauses = "[0]atrim=0:18,adelay=4000[a];[0]atrim=18:36,asetpts=PTS-STARTPTS,adelay=5000,apad=pad_dur=3[b]"
    let filter = pauses + ";[a][b]concat=n=2:v=0:a=1"
    let options = ["-filter_complex", filter, "-ar", "44100", "-ac", "1", "-f", "wav"]
    let upload = try folder.write(try Samples.speechFile(options), as: "upload")

    let sample = try await SampleNormalizer().normalize(upload.path, workDirectory: folder.path)

    #expect(abs(sample.durationSeconds - 48) < 0.1)
    #expect((10.0...13).contains(sample.trimmedSeconds))
    let kept = try Probe.duration(Data(contentsOf: URL(fileURLWithPath: sample.path)))
    #expect(abs(kept - (sample.durationSeconds - sample.trimmedSeconds)) < 0.1)
    let silences = try Tool.ffmpeg(["-i", sample.path, "-af", "silencedetect=noise=-50dB:d=0.95", "-f", "null", "-"])
    #expect(!silences.messages.contains("silence_start"))
  }

  private func expectWithinLimits(_ sample: NormalizedSample) throws {
    let file = try Data(contentsOf: URL(fileURLWithPath: sample.path))
    let measured = try Measured(file)
    #expect(abs(measured.loudnessLUFS + 20) <= 0.5)
    #expect(measured.truePeakDBTP <= -3)
    #expect(abs(measured.loudnessLUFS - sample.loudnessLUFS) <= 0.15)
    #expect(abs(measured.truePeakDBTP - sample.truePeakDBTP) <= 0.2)
    #expect(file.count == sample.byteCount)
    #expect(try Probe.value("stream=codec_name,sample_rate,channels,bit_rate", of: file) == "mp3,44100,1,128000")
  }
}
