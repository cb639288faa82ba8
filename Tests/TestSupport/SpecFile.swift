public import Foundation
public import Testing

/// A file of samples that carry their own expectation.
///
/// ````text
/// A rule in a sentence.
/// ```
/// the sample
/// .
/// what is expected of it
/// ```
/// ````
public enum SpecFile {
  /// A sample with the rule it shows.
  public struct Sample: Sendable, CustomTestStringConvertible {
    /// The prose above the sample.
    public var rule: String
    /// The lines of the sample.
    public var input: [String]
    /// The lines that are expected.
    public var expected: [String]
    /// The file, for messages.
    public var file: String
    /// The line of the file where the sample starts.
    public var line: Int

    /// The rule as the name of the test case.
    public var testDescription: String { rule }

    /// Where a failure is reported: in the file itself.
    public var sourceLocation: SourceLocation {
      SourceLocation(fileID: "Fixtures/\(name)", filePath: file, line: line, column: 1)
    }

    private var name: String { URL(fileURLWithPath: file).lastPathComponent }
  }

  /// Reads the samples of all `.spec.md` files in a folder.
  public static func samples(in folder: URL) -> [Sample] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".spec.md") }.sorted().flatMap { name in
      let file = folder.appendingPathComponent(name)
      let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
      return samples(in: text, file: file.path)
    }
  }

  /// Reads the samples of one file.
  public static func samples(in text: String, file: String) -> [Sample] {
    var samples: [Sample] = []
    var rule: [String] = []
    var sample: [String]?
    var start = 0
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if line == "```" {
        if let lines = sample {
          let point = lines.firstIndex(of: ".") ?? lines.count
          samples.append(
            Sample(
              rule: rule.joined(separator: " "), input: Array(lines[..<point]),
              expected: Array(lines.dropFirst(point + 1)), file: file, line: start))
          sample = nil
          rule = []
        } else {
          sample = []
          start = index + 1
        }
      } else if sample != nil {
        sample?.append(String(line))
      } else if !line.isEmpty && !line.hasPrefix("#") {
        rule.append(String(line))
      }
    }
    return samples
  }
}
