/// A call to the operating system that failed, such as opening a file that is not there.
package struct SystemError: Error, Hashable, Sendable {
  /// The number of the error, such as `ENOENT`.
  package var number: Int32

  /// Makes an error from its number.
  package init(number: Int32) { self.number = number }

  /// The error of the call that failed last on this thread.
  package static var last: SystemError { SystemError(number: errno) }

  /// The system's own words.
  var reason: String {
    guard let words = unsafe strerror(number) else { return "error \(number)" }
    return unsafe String(cString: words)
  }
}

/// Calls again while a signal interrupts the call, and throws where it fails.
func retrying<Result: SignedInteger>(
  _ call: () -> Result
) throws(SystemError) -> Result {
  while true {
    let result = call()
    if result >= 0 { return result }
    guard errno == EINTR else { throw .last }
  }
}
