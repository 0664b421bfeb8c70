import Foundation

/// Cuts audio into pieces whose sizes have nothing to do with frames, the same for the same audio.
enum StreamChunks {
  private static let sizes = [1_021, 2_749, 307, 4_096, 1_777, 3, 2_311]

  static func split(_ audio: Data) -> [Data] {
    var chunks: [Data] = []
    var rest = audio
    while !rest.isEmpty {
      chunks.append(Data(rest.prefix(sizes[chunks.count % sizes.count])))
      rest = rest.dropFirst(sizes[(chunks.count - 1) % sizes.count])
    }
    return chunks
  }
}
