/// Work on many items by several threads, with the results in the order of the items.
///
/// A number of items are in flight at most (being worked on, or done and waiting for one before them), and no
/// new one is begun while the results that wait weigh too much: the memory a run needs does not grow with the
/// number of items, and one large document does not keep the other threads waiting for long.
package struct OrderedWork<Item: Sendable, Output: Sendable> {
  /// How many threads work.
  var threads: Int

  /// How much memory a result takes, in bytes.
  var weight: @Sendable (Output) -> Int

  /// Makes work for a number of threads.
  package init(threads: Int, weight: @escaping @Sendable (Output) -> Int = { _ in 0 }) {
    self.threads = threads
    self.weight = weight
  }

  /// How many items a thread may be ahead of the results that were handed on.
  static var itemsPerThread: Int { 64 }

  /// How much memory the results may take that wait.
  static var mostWaiting: Int { 1 << 24 }

  /// What the threads share.
  private struct State {
    var taken = 0
    var handedOn = 0
    var done: [Int: (Item, Output)] = [:]
    /// How much memory the results in `done` take.
    var waiting = 0
    var isExhausted = false
    var isStopped = false
    var running = 0
  }

  /// Hands out the items of a list, one after the other, to whichever thread asks.
  package static func inTurn(_ items: [Item]) -> @Sendable () -> Item? {
    let next = Monitor(0)
    return {
      next.update { index in
        guard index < items.count else { return nil }
        index += 1
        return items[index - 1]
      }
    }
  }

  /// Takes items from `next` until it has none, calls `work` with the number of the thread, and hands the
  /// results to `each` on the calling thread; `each` returns `false` to stop.
  ///
  /// `idle` is called about ten times a second while there is nothing to hand on.
  package func run(
    next: @escaping @Sendable () -> Item?, work: @escaping @Sendable (Int, Item) -> Output,
    each: (Item, Output) -> Bool, idle: () -> Void
  ) {
    guard threads > 1 else {
      while let item = next() {
        idle()
        guard each(item, work(0, item)) else { return }
      }
      return
    }
    let state = Monitor(State())
    let source = Monitor(next)
    let window = threads * Self.itemsPerThread
    let handles = (0..<threads).compactMap { slot in
      WorkThread.start {
        while let (index, item) = Self.take(from: source, state, window) {
          let output = work(slot, item)
          let bytes = weight(output)
          state.update {
            $0.done[index] = (item, output)
            $0.waiting += bytes
          }
        }
        state.update { $0.isExhausted = true }
      }
    }
    handOn(state, each: each, idle: idle)
    for handle in handles { handle.join() }
  }

  /// The next item, once the window is open.
  private static func take(
    from source: Monitor<@Sendable () -> Item?>, _ state: Monitor<State>, _ window: Int
  ) -> (Int, Item)? {
    // One thread at a time asks for an item, so that they are counted in order even where the list of
    // items is a pipe that has to be waited for.
    source.update { next in
      let isOpen = state.wait { state -> Bool? in
        if state.isStopped || state.isExhausted { return false }
        return state.taken < state.handedOn + window && state.waiting < Self.mostWaiting
          ? true : nil
      }
      guard isOpen == true, let item = next() else {
        state.update { $0.isExhausted = true }
        return nil
      }
      return state.update { state in
        state.taken += 1
        return (state.taken - 1, item)
      }
    }
  }

  /// Hands the results on in order until all are.
  private func handOn(
    _ state: Monitor<State>, each: (Item, Output) -> Bool, idle: () -> Void
  ) {
    while true {
      let result = state.wait(milliseconds: 100) { state -> (Item, Output)?? in
        if let result = state.done.removeValue(forKey: state.handedOn) { return .some(result) }
        if state.isExhausted && state.taken == state.handedOn { return .some(nil) }
        return nil
      }
      idle()
      guard let result else { continue }
      guard let (item, output) = result else { return }
      let goesOn = each(item, output)
      let bytes = weight(output)
      state.update { state in
        state.handedOn += 1
        state.waiting -= bytes
        if !goesOn { state.isStopped = true }
      }
      if !goesOn { return }
    }
  }
}

/// A thread of POSIX that runs a closure.
@safe
struct WorkThread {
  private var handle: pthread_t

  /// The size of a thread's stack: as much as the main thread has on Linux.
  private static let stackBytes = 8 << 20

  /// The closure on its way to the thread.
  private final class Body {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// Starts a thread, or returns `nil` where the system has none left.
  static func start(_ run: @escaping @Sendable () -> Void) -> WorkThread? {
    var attributes = pthread_attr_t()
    unsafe pthread_attr_init(&attributes)
    unsafe pthread_attr_setstacksize(&attributes, stackBytes)
    defer { unsafe pthread_attr_destroy(&attributes) }
    let body = unsafe Unmanaged.passRetained(Body(run))
    #if canImport(Darwin)
      var handle: pthread_t?
    #else
      var handle = pthread_t()
    #endif
    let failure = unsafe pthread_create(
      &handle, &attributes,
      { context in
        #if canImport(Darwin)
          unsafe Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run()
        #else
          if let context = unsafe context {
            unsafe Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run()
          }
        #endif
        return nil
      }, body.toOpaque())
    guard failure == 0 else {
      unsafe body.release()
      return nil
    }
    #if canImport(Darwin)
      return handle.map { unsafe WorkThread(handle: $0) }
    #else
      return WorkThread(handle: handle)
    #endif
  }

  /// Waits until the thread has ended.
  func join() {
    #if canImport(Darwin)
      unsafe pthread_join(handle, nil)
    #else
      pthread_join(handle, nil)
    #endif
  }
}
