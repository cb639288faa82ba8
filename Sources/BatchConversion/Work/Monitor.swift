/// A value that threads share: one at a time looks at it, the others can wait for it to change.
///
/// A mutex and a condition of POSIX, because the standard library's mutex cannot be waited on.
@safe
package final class Monitor<State: ~Copyable>: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var state: State

  /// Starts from a value.
  package init(_ state: consuming State) {
    self.state = state
    unsafe pthread_mutex_init(mutex, nil)
    unsafe pthread_cond_init(changed, nil)
  }

  deinit {
    unsafe pthread_cond_destroy(changed)
    unsafe pthread_mutex_destroy(mutex)
    unsafe changed.deallocate()
    unsafe mutex.deallocate()
  }

  /// Looks at the value and changes it; who waits looks again.
  package func update<Result>(_ body: (inout State) -> Result) -> Result {
    locked {
      let result = body(&state)
      unsafe pthread_cond_broadcast(changed)
      return result
    }
  }

  /// Does something while no other thread looks at the value.
  private func locked<Result>(_ body: () -> Result) -> Result {
    unsafe pthread_mutex_lock(mutex)
    defer { unsafe pthread_mutex_unlock(mutex) }
    return body()
  }

  /// Waits until `body` has a result, or until the time is over: then the result is `nil`.
  func wait<Result>(
    milliseconds: Int? = nil, until body: (inout State) -> Result?
  ) -> Result? {
    let deadline = milliseconds.map(Self.deadline(in:))
    return locked { () -> Result? in
      while true {
        if let result = body(&state) {
          unsafe pthread_cond_broadcast(changed)
          return result
        }
        guard var deadline else {
          unsafe pthread_cond_wait(changed, mutex)
          continue
        }
        if unsafe pthread_cond_timedwait(changed, mutex, &deadline) == ETIMEDOUT { return nil }
      }
    }
  }

  private static func deadline(in milliseconds: Int) -> timespec {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    time.tv_nsec += (milliseconds % 1000) * 1_000_000
    time.tv_sec += milliseconds / 1000 + time.tv_nsec / 1_000_000_000
    time.tv_nsec %= 1_000_000_000
    return time
  }
}
