import Schemas
import Testing

private struct Trip: JSONBody {
  enum Way: String, CaseIterable { case rail, road }

  var city: String
  var days: Int
  var way: Way?

  init(from fields: inout FieldReader) {
    city = fields.string("city", length: 2...10)
    days = fields.integer("days", 1...30)
    way = fields.choice("way", Way.self)
  }

  static var refusesUnknownFields: Bool { true }
}

@Suite struct FieldReaderTests {
  @Test("A valid body is read whole")
  func valid() throws {
    let trip = try Trip.decode(["city": "Porto", "days": 3, "way": "rail"])

    #expect(trip.city == "Porto")
    #expect(trip.days == 3)
    #expect(trip.way == .rail)
  }

  @Test("Every problem of a body is reported in one answer")
  func allProblems() throws {
    let error = try #require(throws: ServiceError.self) {
      try Trip.decode(["city": "X", "days": 3.5, "way": "air", "seat": 1])
    }

    let fields = error.details["fields"]?.arrayValue?.compactMap { $0["field"]?.stringValue }

    #expect(error.code == .validationFailed)
    #expect(fields == ["city", "days", "way", "seat"])
  }

  @Test("Lengths count Unicode code points")
  func codePoints() throws {
    let trip = try Trip.decode(["city": "🇵🇹🇵🇹", "days": 1])

    #expect(trip.city.unicodeScalars.count == 4)
  }

  @Test("A body that is not an object is refused", arguments: [JSONValue.null, [1], "x", 3])
  func notAnObject(body: JSONValue) {
    #expect(throws: ServiceError.self) { try Trip.decode(body) }
  }

  @Test("The shape declares what the reads ask for")
  func shape() {
    #expect(Trip.shape.map(\.name) == ["city", "days", "way"])
    #expect(Trip.shape.map(\.required) == [true, true, false])
  }
}
