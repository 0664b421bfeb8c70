import ChildProcesses
import Foundation
import TestSupport
import Testing

@Suite(.serialized) struct ChildProcessTests {
  @Test("A child reads what it is given and its output arrives")
  func passesBytes() async throws {
    let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0) }
    let child = try ChildProcess(command("cat", input: .bytes(bytes)))

    let output = await readAll(child)

    #expect(output == bytes)
    #expect(await child.exit() == .status(0))
  }

  @Test("A child that fails says so")
  func reportsFailure() async throws {
    let child = try ChildProcess(command("false"))

    #expect(await child.exit() == .status(1))
  }

  @Test("A program that does not exist is missing")
  func findsNothing() {
    let command = ChildCommand(program: "/no/such/program", arguments: [], input: .bytes([]), timeLimit: .seconds(1))

    let error = #expect(throws: ChildProcessError.self) { try ChildProcess(command) }

    #expect(error?.code == .missing)
    #expect(ProgramPath.find("no-such-program") == nil)
  }

  @Test("A child that exceeds its time is killed")
  func endsInTime() async throws {
    let child = try ChildProcess(command("sleep", ["60"], timeLimit: .milliseconds(50)))

    #expect(await child.exit() == .timedOut)
  }

  @Test("Cancelling the reader kills the child")
  func diesWithItsReader() async throws {
    let child = try ChildProcess(command("sleep", ["60"]))
    let reader = Task { await child.read() }

    reader.cancel()

    #expect(await reader.value == nil)
    #expect(await child.exit() == .signal(9))
  }

  @Test("A child that nobody holds any more is gone, and leaves no zombie")
  func diesWithItsLastReference() async throws {
    let mark = "\(60_000 + Int.random(in: 0..<9999))"
    do { _ = try ChildProcess(command("sleep", [mark])) }

    #expect(try Processes.count(withArgument: mark) == 0)
  }

  @Test("A child inherits neither our environment nor our open files")
  func inheritsNothing() async throws {
    let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: "/etc/hostname"))
    defer { try? file.close() }

    let environment = await readAll(try ChildProcess(command("env")))
    let files = await readAll(try ChildProcess(command("ls", ["/proc/self/fd"])))

    #expect(String(decoding: environment, as: UTF8.self) == "LC_ALL=C.UTF-8\n")
    #expect(String(decoding: files, as: UTF8.self) == "0\n1\n2\n3\n")
  }

  @Test("Inside the sandbox memory, files and network are bounded")
  func isBounded() async throws {
    let limits = ProcessLimits(cpuSeconds: 5, memoryBytes: 64 << 20, fileBytes: 4096, openFiles: 16, processes: 0)
    let sandbox = try await Sandbox.probe(limits)

    let greedy = try ChildProcess(sandbox.wrap(command("head", ["-c", "1", "/dev/zero"])))
    let bounds = await readAll(try ChildProcess(sandbox.wrap(command("cat", ["/proc/self/limits"]))))
    let interfaces = await readAll(try ChildProcess(sandbox.wrap(command("cat", ["/proc/self/net/dev"]))))

    #expect(await greedy.exit().isSuccess)
    let text = String(decoding: bounds, as: UTF8.self)
    #expect(text.contains(/Max address space +67108864/))
    #expect(text.contains(/Max file size +4096/))
    let lines = String(decoding: interfaces, as: UTF8.self).split(separator: "\n").dropFirst(2)
    if sandbox.confinement.noNetwork { #expect(lines.allSatisfy { $0.contains("lo:") }) }
  }

  @Test("What a child has started ends with it")
  func endsTheGroup() async throws {
    let mark = "\(70_000 + Int.random(in: 0..<9999))"
    let child = try ChildProcess(command("sh", ["-c", "sleep \(mark) & echo started; wait"]))
    #expect(await child.read() == Array("started\n".utf8))

    child.kill()

    #expect(await child.exit() == .signal(9))
    while try Processes.count(withArgument: mark) > 0 { await Task.yield() }
  }

  @Test("Inside the sandbox nothing can be started, and no rights be gained")
  func startsNothing() async throws {
    let limits = ProcessLimits(cpuSeconds: 5, memoryBytes: 64 << 20, fileBytes: 0, openFiles: 16, processes: 0)
    let sandbox = try await Sandbox.probe(limits)

    let fork = try ChildProcess(sandbox.wrap(command("sh", ["-c", "/bin/true & wait"])))
    let status = await readAll(try ChildProcess(sandbox.wrap(command("cat", ["/proc/self/status"]))))

    if sandbox.confinement.unprivileged { #expect(await fork.exit().isSuccess == false) }
    let text = String(decoding: status, as: UTF8.self)
    #expect(text.contains("NoNewPrivs:\t\(sandbox.confinement.noNewPrivileges ? 1 : 0)"))
    if sandbox.confinement.unprivileged { #expect(!text.contains("Uid:\t0")) }
  }

  private func command(
    _ name: String, _ arguments: [String] = [], input: ChildCommand.Input = .bytes([]),
    timeLimit: Duration = .seconds(300)
  ) throws -> ChildCommand {
    let program = try #require(ProgramPath.find(name))
    return ChildCommand(program: program, arguments: arguments, input: input, timeLimit: timeLimit)
  }

  private func readAll(_ child: ChildProcess) async -> [UInt8] {
    var output: [UInt8] = []
    while let bytes = await child.read() { output += bytes }
    return output
  }
}
