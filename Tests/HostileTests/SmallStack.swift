import Dispatch
import Foundation
import Synchronization

/// A thread with a stack of 512 kB, the least that systems give.
enum SmallStack {
  private static let size = 512 << 10

  private final class Answer<Value: Sendable>: Sendable {
    let value = Mutex<Value?>(nil)
    let isDone = DispatchSemaphore(value: 0)
  }

  /// Runs the work there and waits for it.
  static func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) -> Value? {
    let answer = Answer<Value>()
    let thread = Thread {
      let value = work()
      answer.value.withLock { $0 = value }
      answer.isDone.signal()
    }
    thread.stackSize = size
    thread.start()
    answer.isDone.wait()
    return answer.value.withLock { $0 }
  }
}
