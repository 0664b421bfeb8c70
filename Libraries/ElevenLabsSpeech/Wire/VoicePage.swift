import SpeechProviders

/// Answer of `GET /v2/voices`; the first page may hold more voices than asked for.
struct VoicePage: Decodable {
  struct Voice: Decodable {
    var voiceId: String
    var name: String
    var category: String
    var labels: [String: String]?
    var voiceVerification: Verification?
  }

  struct Verification: Decodable {
    var requiresVerification: Bool?
    var isVerified: Bool?
  }

  var voices: [Voice]
  var hasMore: Bool
  var nextPageToken: String?

  static func path(after token: String?) -> String {
    "/v2/voices?page_size=100&include_total_count=false" + (token.map { "&next_page_token=\(escaped($0))" } ?? "")
  }

  /// - Parameter token: the one that led to this page.
  func nextToken(after token: String?) throws(SpeechError) -> String? {
    guard hasMore else { return nil }
    guard let nextPageToken, nextPageToken != token else { throw SpeechError.malformed("paging", during: .read) }
    return nextPageToken
  }
}

extension ProviderVoice {
  init(_ voice: VoicePage.Voice) {
    let verification = voice.voiceVerification
    self.init(
      id: voice.voiceId, name: voice.name, category: voice.category, labels: voice.labels ?? [:],
      requiresVerification: verification?.requiresVerification == true && verification?.isVerified != true)
  }
}
