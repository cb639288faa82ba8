import Foundation
import Testing

@testable import BatchConversion

@Suite struct OrderedWorkTests {
  private static func numbers(to end: Int) -> @Sendable () -> Int? {
    let next = Monitor(0)
    return {
      next.update { number in
        number += 1
        return number <= end ? number : nil
      }
    }
  }

  @Test(arguments: [1, 2, 7])
  func `results come in the order of the items, whatever each takes`(_ threads: Int) {
    var seen: [Int] = []
    OrderedWork<Int, Int>(threads: threads).run(
      next: Self.numbers(to: 200),
      work: { _, number in
        usleep(UInt32(number * 7919 % 13) * 100)
        return number * 2
      },
      each: { number, double in
        #expect(double == number * 2)
        seen.append(number)
        return true
      }, idle: {})
    #expect(seen == Array(1...200))
  }

  /// Works on numbers with three threads and expects that no more than so many items are taken ahead of what
  /// was handed on, besides those that each thread may be asking for.
  private func expectAhead(
    atMost limit: Int, of count: Int, weight: Int = 0, pause microseconds: UInt32
  ) {
    let taken = Monitor(0)
    let numbers = Self.numbers(to: count)
    var handedOn = 0
    OrderedWork<Int, Int>(threads: 3, weight: { _ in weight }).run(
      next: {
        taken.update { $0 += 1 }
        return numbers()
      },
      work: { _, number in number },
      each: { _, _ in
        handedOn += 1
        usleep(microseconds)
        #expect(taken.update { $0 } <= handedOn + limit + 3)
        return true
      }, idle: {})
    #expect(handedOn == count)
  }

  @Test func `no more than a window is in flight`() {
    expectAhead(atMost: 3 * OrderedWork<Int, Int>.itemsPerThread, of: 1000, pause: 200)
  }

  @Test(.timeLimit(.minutes(1)))
  func `heavy results keep new items waiting`() {
    // Four that wait, and the one that each thread works on.
    expectAhead(
      atMost: 4 + 3, of: 60, weight: OrderedWork<Int, Int>.mostWaiting / 4, pause: 2000)
  }

  @Test(.timeLimit(.minutes(1)), arguments: [1, 4])
  func `it stops when it is told to`(_ threads: Int) {
    var handedOn = 0
    OrderedWork<Int, Int>(threads: threads).run(
      next: Self.numbers(to: .max), work: { _, number in number },
      each: { _, _ in
        handedOn += 1
        return handedOn < 10
      }, idle: {})
    #expect(handedOn == 10)
  }

  @Test(.timeLimit(.minutes(1)))
  func `nothing to do is done at once`() {
    OrderedWork<Int, Int>(threads: 4).run(
      next: { nil }, work: { _, number in number },
      each: { _, _ in
        Issue.record("there is no item")
        return true
      }, idle: {})
  }
}
