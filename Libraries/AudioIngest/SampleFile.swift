import Foundation
import Glibc

/// Samples on disk, so that memory does not grow with a recording. The file has no name: whatever happens, it is
/// gone with the last reference.
final class SampleFile {
  private let file: Int32
  private(set) var count = 0

  init(directory: String) throws(IngestError) {
    let name = "\(directory)/samples-\(UUID().uuidString)"
    file = open(name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if file < 0 { throw Self.failure("open") }
    unlink(name)
  }

  deinit {
    close(file)
  }

  func append(_ samples: [Float]) throws(IngestError) {
    let bytes = samples.count * MemoryLayout<Float>.stride
    let offset = off_t(count * MemoryLayout<Float>.stride)
    guard samples.withUnsafeBytes({ pwrite(file, $0.baseAddress, bytes, offset) }) == bytes else {
      throw Self.failure("write")
    }
    count += samples.count
  }

  func samples(in range: Range<Int>) throws(IngestError) -> [Float] {
    let stride = MemoryLayout<Float>.stride
    var received = 0
    let samples = [Float](unsafeUninitializedCapacity: range.count) { buffer, count in
      received = pread(file, buffer.baseAddress, range.count * stride, off_t(range.lowerBound * stride))
      count = max(0, received) / stride
    }
    if received != range.count * stride { throw Self.failure("read") }
    return samples
  }

  private static func failure(_ call: String) -> IngestError {
    .unavailable("\(call) of a temporary file: \(String(cString: strerror(errno)))")
  }
}
