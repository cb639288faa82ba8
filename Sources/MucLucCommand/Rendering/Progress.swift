internal import BatchConversion
internal import ProgrammeModel

/// The line at the foot of the terminal that tells how far a run is.
///
/// ```text
/// ████████░░░░░░░░░░░░  812 of 2000  143/s  8 s left  2019/kh-12.docx
/// ```
///
/// It is drawn on standard error, ten times a second at most, on a terminal. Elsewhere, as in the log of a CI server,
/// a line without the bar is added every ten seconds.
final class Progress: RunProgress {
  private struct State {
    var done = 0
    var current = ""
    var lastDrawn: ContinuousClock.Instant?
    var isOnScreen = false
  }

  private let state = Monitor(State())
  private let start = ContinuousClock().now
  private let total: Int?
  private let language: MessageLanguage
  private let isShown: Bool
  private let isTerminal: Bool

  /// How long it takes from line to line where there is no terminal.
  private static let logInterval = Duration.seconds(10)

  /// Prepares the line; without a total it tells no time left.
  init(total: Int?, language: MessageLanguage, isShown: Bool) {
    self.total = total
    self.language = language
    self.isShown = isShown
    isTerminal = Terminal.isTerminal(.standardError)
  }

  /// Prepares the line of a run that prints what it finds: on a terminal that is progress enough.
  convenience init(of collector: InputCollector, _ messages: MessageOptions) {
    let count = collector.inputs.count
    self.init(
      total: count, language: messages.language,
      isShown: !messages.quiet && count > 1 && !Terminal.isTerminal(.standardOutput))
  }

  /// How many inputs are done.
  var done: Int { state.update { $0.done } }

  /// Notes which file is worked on.
  func begins(_ input: Input) {
    guard isShown else { return }
    state.update { $0.current = SystemPath.shown(input.path) }
  }

  /// Counts a file, and removes the line: something may be said about it.
  func ends(_ input: Input) {
    state.update { $0.done += 1 }
    clear()
  }

  /// Draws the line anew, if the last time is long enough ago.
  func waits() {
    guard isShown else { return }
    let now = ContinuousClock().now
    let line = state.update { state -> String? in
      let last = state.lastDrawn ?? (isTerminal ? nil : start)
      let interval = isTerminal ? Duration.milliseconds(100) : Self.logInterval
      if let last, now - last < interval { return nil }
      state.lastDrawn = now
      state.isOnScreen = isTerminal
      return Self.line(
        done: state.done, total: total, elapsed: now - start, current: state.current,
        width: isTerminal ? Terminal.width(of: .standardError) ?? 80 : nil, language: language)
    }
    guard let line else { return }
    if isTerminal { ByteOutput.draw("\r\u{1B}[2K\(line)") } else { ByteOutput.complain(line) }
  }

  /// Removes the line, before something else is said.
  func clear() {
    guard isShown, state.update({ $0.isOnScreen }) else { return }
    state.update { $0.isOnScreen = false }
    ByteOutput.draw("\r\u{1B}[2K")
  }

  private static let barColumns = 20

  /// The line as text, cut to the width; without a width it has no bar.
  static func line(
    done: Int, total: Int?, elapsed: Duration, current: String, width: Int?,
    language: MessageLanguage
  ) -> String {
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    let rate = seconds > 0 ? Double(done) / seconds : 0
    var pieces: [String] = []
    if let total, total > 0 {
      if width != nil {
        let filled = min(barColumns, done * barColumns / total)
        pieces.append(
          String(repeating: "█", count: filled) + String(repeating: "░", count: barColumns - filled)
        )
      }
      pieces.append(Message.done.text(in: language, "\(done)", "\(total)"))
    } else {
      pieces.append("\(done)")
    }
    pieces.append("\(Int(rate))/s")
    if let total, rate > 0, total > done {
      let left = Message.seconds.text(in: language, "\(Int(Double(total - done) / rate))")
      pieces.append(Message.timeLeft.text(in: language, left))
    }
    pieces.append(current)
    let columns = width.map { max($0 - 1, 10) } ?? .max
    return TextWidth.cut(pieces.joined(separator: "  "), to: columns)
  }
}
