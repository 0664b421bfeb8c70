import NIOSSL

/// PEM files that a listener serves TLS with.
package struct TransportSecurity: Sendable, Equatable {
  package var certificateFile: String
  package var keyFile: String

  package init(certificateFile: String, keyFile: String) {
    self.certificateFile = certificateFile
    self.keyFile = keyFile
  }

  /// - Throws: when a file cannot be read or does not hold what it should.
  func configuration() throws -> TLSConfiguration {
    try TLSConfiguration.makeServerConfiguration(
      certificateChain: NIOSSLCertificate.fromPEMFile(certificateFile).map { .certificate($0) },
      privateKey: .privateKey(NIOSSLPrivateKey(file: keyFile, format: .pem)))
  }
}
