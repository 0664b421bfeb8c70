import Schemas
import Testing

@Suite struct ErrorCatalogueTests {
  @Test("Every code has a client or server error status, a title and an action", arguments: ErrorCode.allCases)
  func entries(code: ErrorCode) {
    let entry = code.entry

    #expect((400...599).contains(entry.status))
    #expect(!entry.title.isEmpty)
    #expect(entry.action.hasSuffix("."))
  }

  @Test("A problem read back is the error that it came from")
  func roundTrip() throws {
    let error = ServiceError(.characterLimitReached, "Nothing left.", details: ["charCount": 4000])

    let members = Problem(error, instance: "/perform", requestID: "r1").members
    let readBack = try #require(Problem.error(in: .object(members)))

    #expect(readBack.code == .characterLimitReached)
    #expect(readBack.message == "Nothing left.")
    #expect(readBack.details == ["charCount": 4000])
  }

  @Test("A problem carries RFC 9457's members and the older clients' three")
  func members() {
    let problem = Problem(ServiceError(.notFound), instance: "/x", requestID: "r1")

    let required = [
      "type", "title", "status", "detail", "instance", "error", "message", "action", "request_id",
    ]

    #expect(Set(problem.members.keys) == Set(required))
  }
}
