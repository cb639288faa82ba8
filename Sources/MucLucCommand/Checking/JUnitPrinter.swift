internal import BatchConversion
internal import ProgrammeModel

/// The XML of JUnit, which every CI server shows: a test case for every file.
struct JUnitPrinter: CheckPrinter {
  /// From which findings on a case has failed.
  var failOn: FailureThreshold

  var head: String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n<testsuite name=\"mucluc check\">\n"
  }

  var foot: String { "</testsuite>\n</testsuites>\n" }

  func text(for file: CheckedFile) -> String {
    let failing = file.findings.filter { finding in
      failOn.status(failed: finding.isFailure, warned: finding.severity >= .warning) == .failure
    }
    let others = file.findings.filter { !failing.contains($0) }
    let seconds = Double(Int(file.milliseconds)) / 1000
    var text =
      "  <testcase classname=\"mucluc\" name=\"\(Self.escaped(file.path))\" time=\"\(seconds)\">\n"
    for finding in failing {
      text += "    <failure type=\"\(Self.escaped(finding.code))\""
      text += " message=\"\(Self.escaped(finding.message))\">"
      text += "\(Self.escaped(finding.line(file: file.path)))</failure>\n"
    }
    if !others.isEmpty {
      let lines = others.map { Self.escaped($0.line(file: file.path)) }
      text += "    <system-out>\(lines.joined(separator: "\n"))</system-out>\n"
    }
    return text + "  </testcase>\n"
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      // XML 1.0 has no place for other controls.
      case "\u{0}"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}":
        result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
