internal import CCurl

extension EasyHandle {
  /// What holds for every request of ours.
  func setDefaults(_ configuration: CurlTransportConfiguration) {
    set(CURLOPT_NOSIGNAL, 1)
    set(CURLOPT_PROTOCOLS_STR, "http,https")
    set(CURLOPT_PATH_AS_IS, 1)
    set(CURLOPT_FOLLOWLOCATION, 0)
    set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS))
    setTrust(configuration)
    setConnection(configuration)
  }

  private func setTrust(_ configuration: CurlTransportConfiguration) {
    // The empty string also switches off the proxy variables of the environment.
    set(CURLOPT_PROXY, "")
    set(CURLOPT_SSL_VERIFYPEER, 1)
    set(CURLOPT_SSL_VERIFYHOST, 2)
    if let file = configuration.certificateAuthorities { set(CURLOPT_CAINFO, file) }
  }

  private func setConnection(_ configuration: CurlTransportConfiguration) {
    set(CURLOPT_TCP_NODELAY, 1)
    set(CURLOPT_TCP_KEEPALIVE, 1)
    set(CURLOPT_BUFFERSIZE, 64 * 1024)
    set(CURLOPT_MAXAGE_CONN, Int(configuration.idleConnectionAge.components.seconds))
  }
}
