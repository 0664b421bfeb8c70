import NIOCore
import NIOHTTP1
import Schemas

/// Failures of reading a request that are its sender's doing.
enum BrokenRequest {
  /// `nil` for every other failure.
  static func error(for error: any Error) -> ServiceError? {
    switch error {
    case is HTTPParserError: ServiceError(.malformedRequest)
    case let error as ChannelError where error == .inputClosed || error == .eof || error == .ioOnClosedChannel:
      ServiceError(.malformedRequest, "The request ended too early.")
    default: nil
    }
  }
}
