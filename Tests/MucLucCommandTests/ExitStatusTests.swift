import Testing

@testable import MucLucCommand

@Suite struct ExitStatusTests {
  @Test(arguments: [
    (FailureThreshold.never, true, true, 0), (.failure, true, false, 1),
    (.failure, false, true, 0), (.warning, false, true, 1), (.warning, false, false, 0),
    (.warning, true, false, 1),
  ])
  func `the threshold decides how the command ends`(
    _ threshold: FailureThreshold, _ failed: Bool, _ warned: Bool, _ status: Int32
  ) {
    let own = threshold.status(failed: failed, warned: warned)
    #expect(own.rawValue == status)
    #expect(own.merged(with: .usage) == .usage && own.merged(with: .success) == own)
  }
}
