import Foundation
import Schemas
import Testing

@Suite struct WireJSONTests {
  @Test("Instants travel with milliseconds and survive the way back")
  func instants() throws {
    let date = Date(timeIntervalSince1970: 1_795_381_445.678)

    let bytes = try WireJSON.encode(["at": date])
    let back = try WireJSON.decode([String: Date].self, from: bytes)

    #expect(String(decoding: bytes, as: UTF8.self) == #"{"at":"2026-11-22T21:04:05.678Z"}"#)
    #expect(abs(try #require(back["at"]).timeIntervalSince(date)) < 0.001)
  }

  @Test("Whole numbers are written without a fraction")
  func wholeNumbers() throws {
    let bytes = try WireJSON.encode(["a": 1, "b": 0.5] as JSONValue)

    #expect(String(decoding: bytes, as: UTF8.self) == #"{"a":1,"b":0.5}"#)
  }

  @Test("Settings are written whole, absent values as null, with the seed's names")
  func settings() throws {
    let bytes = try WireJSON.encode(UserSettings())
    let written = try WireJSON.decode(JSONValue.self, from: bytes)

    #expect(written["OS"] == "ios")
    #expect(written["voice_note_name"] == .null)
    #expect(try WireJSON.decode(UserSettings.self, from: bytes) == UserSettings())
  }
}
