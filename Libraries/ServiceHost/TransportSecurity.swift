import NIOSSL

/// PEM files that a listener serves TLS with.
package struct TransportSecurity: Sendable, Equatable {
  package var certificateFile: String
  package var keyFile: String

  package init(certificateFile: String, keyFile: String) {
    self.certificateFile = certificateFile
    self.keyFile = keyFile
  }

  /// What keeps the files from being used, by variable.
  var problems: [(variable: String, problem: String)] {
    var problems: [(String, String)] = []
    if (try? NIOSSLCertificate.fromPEMFile(certificateFile))?.isEmpty ?? true {
      problems.append(("TLS_CERT_FILE", "must name a readable PEM file with a certificate"))
    }
    if (try? NIOSSLPrivateKey(file: keyFile, format: .pem)) == nil {
      problems.append(("TLS_KEY_FILE", "must name a readable PEM file with a private key"))
    }
    return problems
  }

  /// - Throws: when a file cannot be read or does not hold what it should.
  func configuration() throws -> TLSConfiguration {
    try TLSConfiguration.makeServerConfiguration(
      certificateChain: NIOSSLCertificate.fromPEMFile(certificateFile).map { .certificate($0) },
      privateKey: .privateKey(NIOSSLPrivateKey(file: keyFile, format: .pem)))
  }
}
