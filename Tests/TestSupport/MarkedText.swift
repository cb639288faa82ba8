internal import Foundation
public import ProgrammeModel

/// A sample text that carries its own expectation.
///
/// ```swift
/// MarkedText("trước ⟦date:ngày 30/6/2025|2025-06-30⟧").text  // "trước ngày 30/6/2025"
/// ```
///
/// A mark is `⟦kind:words|value⟧`; what is marked is found, and nothing else is.
public struct MarkedText: Hashable, Sendable {
  /// A piece of text with what it means.
  public struct Mark: Hashable, Sendable {
    /// The kind of fact.
    public var kind: String
    /// Where it stands in the text, in Unicode scalars.
    public var range: TextRange
    /// What it means, or nothing.
    public var value: String

    /// Makes a mark.
    public init(kind: String, range: TextRange, value: String) {
      self.kind = kind
      self.range = range
      self.value = value
    }
  }

  /// The text without its marks.
  public var text: String

  /// The marks in the order of the text.
  public var marks: [Mark]

  /// Joins a text and its marks.
  public init(text: String, marks: [Mark]) {
    self.text = text
    self.marks = marks
  }

  /// Reads a marked text.
  public init(_ marked: String) {
    var text = String.UnicodeScalarView()
    marks = []
    var rest = Substring(marked)
    while let open = rest.firstIndex(of: "⟦"), let close = rest[open...].firstIndex(of: "⟧") {
      text.append(contentsOf: rest[..<open].unicodeScalars)
      let inside = rest[rest.index(after: open)..<close]
      let kind = inside.prefix { $0 != ":" }
      let body = inside.dropFirst(kind.count + 1)
      let words = body.prefix { $0 != "|" }
      let start = text.count
      text.append(contentsOf: words.unicodeScalars)
      marks.append(
        Mark(
          kind: String(kind), range: TextRange(start, text.count),
          value: String(body.dropFirst(words.count + 1))))
      rest = rest[rest.index(after: close)...]
    }
    text.append(contentsOf: rest.unicodeScalars)
    self.text = String(text)
  }

  /// The text with its marks written into it.
  public var marked: String {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var place = 0
    for mark in marks where mark.range.start >= place && mark.range.end <= scalars.count {
      result.append(contentsOf: scalars[place..<mark.range.start])
      result.append(contentsOf: "⟦\(mark.kind):".unicodeScalars)
      result.append(contentsOf: scalars[mark.range.start..<mark.range.end])
      if !mark.value.isEmpty { result.append(contentsOf: "|\(mark.value)".unicodeScalars) }
      result.append(contentsOf: "⟧".unicodeScalars)
      place = mark.range.end
    }
    result.append(contentsOf: scalars[place...])
    return String(result)
  }
}

/// A file of samples: the lines that begin with `> `, with prose between them that says the rule.
public struct SampleFile: Sendable, CustomStringConvertible {
  /// A line of the file.
  public struct Sample: Sendable {
    /// The number of the line.
    public var line: Int
    /// What stands behind `> `.
    public var text: String
  }

  /// Its name.
  public var name: String

  /// Its path.
  public var path: String

  /// Its samples.
  public var samples: [Sample]

  /// The name, as the title of a test case.
  public var description: String { name }

  /// Reads a file of the project's fixtures.
  public init(_ name: String) throws {
    let url = Fixtures.folder.appendingPathComponent(name)
    self.name = name
    path = url.path
    samples = try String(contentsOf: url, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .filter { $0.element.hasPrefix("> ") }
      .map { Sample(line: $0.offset + 1, text: String($0.element.dropFirst(2))) }
  }
}
