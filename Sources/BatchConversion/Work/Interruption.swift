internal import ProgrammeModel

/// Ends the command when it is told to: by Ctrl-C, by a terminal that is closed, by `kill`.
///
/// The signals are blocked in every thread, and one thread waits for them: what it does is not bound by what
/// handlers of signals may do. It runs what was asked for, in the order of asking turned around, and then lets
/// the signal end the process as if nobody had waited, so that whoever started it sees why it ended.
package enum Interruption {
  private struct State {
    var next = 0
    var actions: [(number: Int, run: @Sendable () -> Void)] = []
    var isEnding = false
  }

  private static let state = Monitor(State())

  /// Starts to wait; before any other thread starts, because threads block what their makers block.
  ///
  /// A signal that is ignored, as `nohup` has it, stays ignored.
  package static func watch() {
    var signals = signalSet([SIGINT, SIGTERM, SIGHUP].filter { !isIgnored($0) })
    let watched = signals
    guard unsafe pthread_sigmask(SIG_BLOCK, &signals, nil) == 0 else { return }
    let thread = WorkThread.start {
      var watched = watched
      var number: Int32 = 0
      guard unsafe sigwait(&watched, &number) == 0 else { return }
      end(by: number)
    }
    if thread == nil { unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil) }
  }

  /// Runs something before a signal ends the process, until `forget` is called with the number.
  package static func before(_ run: @escaping @Sendable () -> Void) -> Int {
    state.update { state in
      state.next += 1
      state.actions.append((state.next, run))
      return state.next
    }
  }

  /// Forgets what was to be run.
  package static func forget(_ number: Int) {
    state.update { $0.actions.removeAll { $0.number == number } }
  }

  /// Waits for the end of the process where a signal is ending it: what its actions broke off has not failed.
  static func waitForEnd() {
    while state.update({ $0.isEnding }) { sleep(1) }
  }

  private static func end(by number: Int32) {
    let actions = state.update { state in
      state.isEnding = true
      defer { state.actions = [] }
      return state.actions
    }
    for action in actions.reversed() { action.run() }
    signal(number, SIG_DFL)
    var signals = signalSet([number])
    unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    raise(number)
    _exit(128 + number)
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard unsafe sigaction(number, nil, &action) == 0 else { return false }
    #if canImport(Darwin)
      let handler = unsafe action.__sigaction_u.__sa_handler
    #else
      let handler = unsafe action.__sigaction_handler.sa_handler
    #endif
    return unsafe unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
