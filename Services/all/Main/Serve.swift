import AllInOne
import ArgumentParser
import Foundation

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Starts everything and stays up until Ctrl-C (default).")

  func run() async throws {
    try await AllInOneRunner(environment: ProcessInfo.processInfo.environment).run { running in
      Console.tell(
        """

        Everything runs at \(running.url)

          activation code  \(running.activationCode)
          next             register with it:
            curl \(running.url)/auth/register -H 'Content-Type: application/json' \\
              -d '{"username":"you","email":"you@example.org","password":"a long enough passphrase","activationCode":"\(running.activationCode)"}'
          then             upload half a minute of your voice, and perform; README.md shows both
          stop             Ctrl-C

        ready url=\(running.url) activation_code=\(running.activationCode)
        """)
      return false
    }
  }
}
