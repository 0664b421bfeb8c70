internal import CCurl

/// curl's process-wide state; initialised before the first handle and kept for the life of the process.
enum CurlGlobal {
  private static let isReady: Bool = curl_global_init(Int(CURL_GLOBAL_DEFAULT_FLAGS)) == CURLE_OK

  static func makeMulti() -> UnsafeMutableRawPointer {
    guard isReady, let multi = curl_multi_init() else { preconditionFailure("libcurl did not start: out of memory") }
    return multi
  }
}
