import Foundation
import OutboundHTTP
import SpeechProviders

extension ElevenLabsClient {
  func request(_ method: String, _ path: String) -> OutboundRequest {
    OutboundRequest(
      method: method, url: configuration.baseURL + path, headers: [("xi-api-key", configuration.apiKey)])
  }

  /// The answer to a request that succeeded; every other answer is thrown.
  func answer(
    to request: OutboundRequest, during operation: ElevenLabsOperation
  ) async throws(SpeechError) -> OutboundResponse {
    let response: OutboundResponse
    do throws(OutboundError) {
      response = try await transport.send(request)
    } catch {
      throw SpeechError(error, silenceHasNoEffect: operation.silenceHasNoEffect(error))
    }
    guard !(200..<300).contains(response.status) else { return response }
    let body = (try? await response.body.collect(upTo: Self.largestErrorBody)) ?? []
    throw SpeechError(status: response.status, headers: response.headers, body: body, during: operation)
  }

  /// Sends a request whose success says all.
  func perform(_ request: OutboundRequest, during operation: ElevenLabsOperation) async throws(SpeechError) {
    let response = try await answer(to: request, during: operation)
    // Read to its end, so that the connection can be used again.
    _ = try? await response.body.collect(upTo: Self.largestErrorBody)
  }

  static var largestErrorBody: Int { 64 * 1024 }
}

// MARK: - JSON

extension ElevenLabsClient {
  /// The JSON of a request that succeeded.
  func decode<Answer: Decodable>(
    _ type: Answer.Type, from request: OutboundRequest, during operation: ElevenLabsOperation
  ) async throws(SpeechError) -> Answer {
    let response = try await answer(to: request, during: operation)
    do {
      let decoder = JSONDecoder()
      decoder.keyDecodingStrategy = .convertFromSnakeCase
      return try decoder.decode(Answer.self, from: Data(await response.body.collect(upTo: Self.largestAnswer)))
    } catch let error as OutboundError {
      throw SpeechError(error, silenceHasNoEffect: operation.silenceHasNoEffect(error))
    } catch {
      throw SpeechError.malformed("\(Answer.self)", during: operation)
    }
  }

  static func encode(_ value: some Encodable) throws(SpeechError) -> [UInt8] {
    do {
      let encoder = JSONEncoder()
      encoder.keyEncodingStrategy = .convertToSnakeCase
      return Array(try encoder.encode(value))
    } catch {
      throw SpeechError(.invalidRequest, "a value that JSON cannot express")
    }
  }

  private static var largestAnswer: Int { 16 * 1024 * 1024 }
}
