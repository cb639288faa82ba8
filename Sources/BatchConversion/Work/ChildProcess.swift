/// Another program that this one started, in a process group of its own.
///
/// The group makes it possible to end the program together with whatever it started.
struct ChildProcess: Sendable {
  /// Its number, which is that of its group too.
  var process: Int32

  /// How a child ended.
  enum End: Hashable, Sendable {
    case exited(Int32)
    case signalled(Int32)
  }

  /// Starts a program with its arguments, standard input and output as given (`nil` is `/dev/null`).
  static func start(
    _ program: String, _ arguments: [String], input: Int32? = nil, output: Int32? = nil,
    showsErrors: Bool = false
  ) throws(SystemError) -> ChildProcess {
    var attributes = posix_spawnattr_t()
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawnattr_init(&attributes)
    unsafe posix_spawn_file_actions_init(&actions)
    defer {
      unsafe posix_spawnattr_destroy(&attributes)
      unsafe posix_spawn_file_actions_destroy(&actions)
    }
    // SIGPIPE is ignored here and would be there: the default comes back. Nothing is blocked there.
    var signals = signalSet([SIGPIPE])
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    var blocked = signalSet([])
    unsafe posix_spawnattr_setsigmask(&attributes, &blocked)
    unsafe posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    unsafe posix_spawnattr_setpgroup(&attributes, 0)
    unsafe connect(STDIN_FILENO, to: input, O_RDONLY, &actions)
    unsafe connect(STDOUT_FILENO, to: output, O_WRONLY, &actions)
    if !showsErrors { unsafe connect(STDERR_FILENO, to: nil, O_WRONLY, &actions) }

    var process: pid_t = 0
    let words = unsafe ([program] + arguments).map { unsafe strdup($0) }
    defer { unsafe words.forEach { unsafe free($0) } }
    // A program of ours that crashes is to end at once, not after a minute of writing down how.
    let quiet = unsafe strdup("SWIFT_BACKTRACE=enable=no")
    defer { unsafe free(quiet) }
    let failure = unsafe posix_spawn(
      &process, program, &actions, &attributes, words + [nil], environment() + [quiet, nil])
    guard failure == 0 else { throw SystemError(number: failure) }
    return ChildProcess(process: process)
  }

  /// The variables of this process; a later one of the same name does not count, so ours is left out.
  private static func environment() -> [UnsafeMutablePointer<CChar>?] {
    var variables: [UnsafeMutablePointer<CChar>?] = unsafe []
    var next = unsafe environ
    while let variable = unsafe next.pointee {
      if unsafe strncmp(variable, "SWIFT_BACKTRACE=", 16) != 0 { unsafe variables.append(variable) }
      unsafe next += 1
    }
    return unsafe variables
  }

  private static func connect(
    _ own: Int32, to descriptor: Int32?, _ mode: Int32,
    _ actions: inout posix_spawn_file_actions_t
  ) {
    if let descriptor {
      unsafe posix_spawn_file_actions_adddup2(&actions, descriptor, own)
    } else {
      unsafe posix_spawn_file_actions_addopen(&actions, own, "/dev/null", mode, 0)
    }
  }

  /// Whether and how it has ended.
  func ended() -> End? { wait(WNOHANG) }

  /// Waits until it ends.
  @discardableResult
  func end() -> End { wait(0) ?? .exited(-1) }

  /// Waits until it ends or the time is over, asking ever less often.
  func end(within seconds: Double) -> End? {
    let clock = ContinuousClock()
    let deadline = clock.now + .milliseconds(Int(seconds * 1000))
    var pause: UInt32 = 1000
    while clock.now < deadline {
      if let end = ended() { return end }
      usleep(pause)
      pause = min(pause * 2, 20_000)
    }
    return ended()
  }

  /// Ends it and everything it started, at once.
  func kill() {
    _ = signalProcess(-process, SIGKILL)
    end()
  }

  /// Ends what is left of its group after it ended itself.
  func killGroup() {
    _ = signalProcess(-process, SIGKILL)
  }

  private func wait(_ options: Int32) -> End? {
    var status: Int32 = 0
    var waited: pid_t
    repeat { waited = unsafe waitpid(process, &status, options) } while waited < 0 && errno == EINTR
    guard waited != 0 else { return nil }
    guard waited > 0 else { return .exited(-1) }
    let signal = status & 0x7F
    return signal == 0 ? .exited((status >> 8) & 0xFF) : .signalled(signal)
  }
}

/// The call `kill`, by a name that no method shadows.
private func signalProcess(_ process: Int32, _ signal: Int32) -> Int32 {
  kill(process, signal)
}
