internal import CCurl

/// Owns one curl easy handle, with typed setters; freed with the object.
final class EasyHandle {
  let easy: UnsafeMutableRawPointer

  init() {
    guard let easy = curl_easy_init() else { preconditionFailure("libcurl gave no handle: out of memory") }
    self.easy = easy
  }

  deinit {
    curl_easy_cleanup(easy)
  }

  func set(_ option: CURLoption, _ value: Int) {
    ccurl_set_long(easy, option, value)
  }

  func set(_ option: CURLoption, bytes value: Int) {
    ccurl_set_offset(easy, option, curl_off_t(value))
  }

  func set(_ option: CURLoption, _ value: String) {
    ccurl_set_string(easy, option, value)
  }

  func set(_ option: CURLoption, _ value: UnsafeMutableRawPointer?) {
    ccurl_set_pointer(easy, option, value)
  }

  func set(_ option: CURLoption, _ function: @escaping ccurl_data_function) {
    ccurl_set_data_function(easy, option, function)
  }

  /// Forgets all options; connections and TLS sessions stay.
  func reset() {
    curl_easy_reset(easy)
  }
}
