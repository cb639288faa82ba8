internal import BatchConversion

/// What is at the other end of standard output and standard error.
enum Terminal {
  /// A stream of the process.
  enum Stream: Int32 {
    case standardOutput = 1
    case standardError = 2
  }

  /// Whether the stream ends at a terminal.
  static func isTerminal(_ stream: Stream) -> Bool { isatty(stream.rawValue) == 1 }

  /// How many columns the terminal has, or `nil` where the stream ends at none.
  static func width(of stream: Stream) -> Int? {
    guard isTerminal(stream) else { return nil }
    var size = winsize()
    guard unsafe ioctl(stream.rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return 80
    }
    return Int(size.ws_col)
  }

  /// Whether the stream shows colours: on a terminal that knows them, unless NO_COLOR forbids it
  /// (no-color.org).
  static func hasColours(_ stream: Stream) -> Bool {
    isTerminal(stream) && (Environment.value(of: "NO_COLOR") ?? "").isEmpty
      && Environment.value(of: "TERM") != "dumb"
  }
}
