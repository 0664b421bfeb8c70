internal import CCurl

extension OutboundError {
  /// Names a failed result of curl in our terms; the detail is curl's own constant text.
  init(curl result: CURLcode) {
    self.init(Self.code(of: result), String(cString: curl_easy_strerror(result)))
  }

  private static func code(of result: CURLcode) -> OutboundError.Code {
    switch result {
    case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL: .invalidURL
    case CURLE_COULDNT_RESOLVE_HOST: .resolve
    case CURLE_COULDNT_CONNECT: .connect
    case CURLE_OPERATION_TIMEDOUT: .connectTimeout
    case CURLE_READ_ERROR: .requestBody
    case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CERTPROBLEM,
      CURLE_SSL_CIPHER, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS:
      .tls
    default: .cut
    }
  }
}
