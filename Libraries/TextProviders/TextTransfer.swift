import OutboundHTTP

/// One question to a text provider over HTTP and its whole answer, within one deadline.
package struct TextTransfer: Sendable {
  /// In bytes; a note's answer has about two thousand.
  private static let largestAnswer = 1 << 20

  private let transport: any OutboundTransport

  package init(_ transport: any OutboundTransport) {
    self.transport = transport
  }

  /// - Parameter deadline: for connection, header and body together: a body that trickles in ends with it.
  /// - Throws: ``TextError`` `timeout`, `unavailable`, `cancelled`, `malformedAnswer` for an answer without end.
  package func send(_ request: OutboundRequest, within deadline: Duration) async throws(TextError) -> TextAnswer {
    let outcome = await withTaskGroup(of: Result<TextAnswer, TextError>.self) { group in
      group.addTask { await answer(to: request) }
      group.addTask { await Self.expiry(after: deadline) }
      let first = await group.next()
      group.cancelAll()
      return first
    }
    guard let outcome else { throw TextError(.cancelled) }
    return try outcome.get()
  }

  private func answer(to request: OutboundRequest) async -> Result<TextAnswer, TextError> {
    do throws(OutboundError) {
      let response = try await transport.send(request)
      let body = try await response.body.collect(upTo: Self.largestAnswer)
      return .success(TextAnswer(status: response.status, headers: response.headers, body: body))
    } catch {
      return .failure(TextError(error))
    }
  }

  private static func expiry(after deadline: Duration) async -> Result<TextAnswer, TextError> {
    do {
      try await Task.sleep(for: deadline)
      return .failure(TextError(.timeout, "deadline"))
    } catch {
      return .failure(TextError(.cancelled))
    }
  }
}

/// What came back, whole.
package struct TextAnswer: Sendable {
  package var status: Int
  package var headers: OutboundHeaders
  package var body: [UInt8]
}
