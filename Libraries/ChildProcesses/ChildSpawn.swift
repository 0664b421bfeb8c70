internal import CSpawn
import Glibc

/// Starts one child: pipes, descriptors, signals.
struct ChildSpawn {
  private let command: ChildCommand

  init(_ command: ChildCommand) {
    self.command = command
  }

  /// - Returns: the child, and the descriptors from which its output and its messages are read; they belong to the
  ///   caller.
  func run() throws(ChildProcessError) -> (pid: pid_t, output: Int32, messages: Int32?) {
    let input = try openInput()
    defer { close(input) }
    let output = try Pipe(for: command.program)
    let messages = command.messages == .kept ? try Pipe(for: command.program) : nil
    let pid = try spawn(input: input, output: output.writing, messages: messages?.writing)
    return (pid, output.takeReading(), messages?.takeReading())
  }

  /// Bytes are handed over as an anonymous file: no feeding, and no signal if the child does not read them.
  private func openInput() throws(ChildProcessError) -> Int32 {
    switch command.input {
    case .file(let path):
      let file = open(path, O_RDONLY | O_CLOEXEC)
      if file < 0 { throw refusal(errno) }
      return file
    case .bytes(let bytes):
      let file = spawn_memory_file("input")
      if file < 0 { throw refusal(errno) }
      if write(file, bytes, bytes.count) == bytes.count, lseek(file, 0, SEEK_SET) == 0 { return file }
      close(file)
      throw refusal(errno)
    }
  }

  private func spawn(input: Int32, output: Int32, messages: Int32?) throws(ChildProcessError) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    if let messages {
      posix_spawn_file_actions_adddup2(&actions, messages, STDERR_FILENO)
    } else {
      posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    }
    spawn_close_from(&actions, STDERR_FILENO + 1)
    spawn_change_directory(&actions, command.workDirectory)
    return try spawn(&actions)
  }

  private func spawn(_ actions: inout posix_spawn_file_actions_t) throws(ChildProcessError) -> pid_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    separate(&attributes)
    let arguments = CStrings([command.program] + command.arguments)
    let environment = CStrings(command.environment.map { "\($0)=\($1)" })
    var pid: pid_t = 0
    let status = withExtendedLifetime((arguments, environment)) {
      posix_spawn(&pid, command.program, &actions, &attributes, arguments.pointers, environment.pointers)
    }
    if status != 0 { throw refusal(status) }
    return pid
  }

  /// A group of its own, so that what it starts ends with it; no signal ignored: a server ignores SIGPIPE, and a child
  /// that inherits that would write into a closed pipe for ever.
  private func separate(_ attributes: inout posix_spawnattr_t) {
    var all = sigset_t()
    sigfillset(&all)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP))
  }

  private func refusal(_ number: Int32) -> ChildProcessError { ChildProcessError(number, command.program) }
}

/// Both ends are closed with the last reference, but for the reading one once it is taken.
private final class Pipe {
  private var reading: Int32
  let writing: Int32

  init(for program: String) throws(ChildProcessError) {
    var ends: [Int32] = [-1, -1]
    guard spawn_pipe(&ends) == 0 else { throw ChildProcessError(errno, program) }
    (reading, writing) = (ends[0], ends[1])
  }

  deinit {
    if reading >= 0 { close(reading) }
    close(writing)
  }

  func takeReading() -> Int32 {
    defer { reading = -1 }
    return reading
  }
}

extension ChildProcessError {
  fileprivate init(_ number: Int32, _ program: String) {
    self.init(number == ENOENT ? .missing : .refused, "\(program): \(String(cString: strerror(number)))")
  }
}

/// A null-terminated array of C strings, freed with its last reference.
private final class CStrings {
  let pointers: [UnsafeMutablePointer<CChar>?]

  init(_ strings: [String]) {
    pointers = strings.map { strdup($0) } + [nil]
  }

  deinit {
    for pointer in pointers { free(pointer) }
  }
}
