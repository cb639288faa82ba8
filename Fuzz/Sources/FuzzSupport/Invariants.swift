import Foundation
import MucLuc

/// Stops the process where a promise is broken; unlike `assert` also in a release build.
public func require(_ holds: Bool, _ message: @autoclosure () -> String) {
  guard !holds else { return }
  FileHandle.standardError.write(Data("broken promise: \(message())\n".utf8))
  fatalError("broken promise")
}

/// Runs the whole pipeline over an input and stops the process where a promise is broken.
public func checkPipeline(_ bytes: [UInt8], named name: String, encoding: TextEncoding? = nil) {
  let pipeline = Pipeline(encoding: encoding)
  guard let first = try? pipeline.convert(bytes, named: name) else { return }
  let programme = first.programme
  require(programme.coverage.isComplete, "coverage does not add up: \(programme.coverage)")
  let json = programme.json(pretty: false)
  require(
    (try? pipeline.convert(bytes, named: name))?.programme.json(pretty: false) == json,
    "runs differ")
  let text = String(decoding: json, as: UTF8.self)
  require(text.utf8.elementsEqual(json), "the output is not UTF-8")
  require(
    text.utf8.elementsEqual(text.precomposedStringWithCanonicalMapping.utf8),
    "the output is not NFC")
  let decoded = try? JSONDecoder().decode(Programme.self, from: Data(json))
  require(decoded == programme, "the output does not say what the model says")
  _ = [programme].csv()
  _ = [programme].archiveCSV()
  _ = programme.markdown()
  _ = first.text.plainText()
  _ = first.reviewPage()
  require(programme.outline.depth <= 32, "the tree is too deep")
  checkRanges(in: programme)
}

extension [Node] {
  /// How many levels stand in one another, counted without recursion.
  public var depth: Int {
    var level = self
    var count = 0
    while !level.isEmpty {
      level = level.flatMap(\.children)
      count += 1
    }
    return count
  }
}

/// Every fact's range must name its text.
private func checkRanges(in programme: Programme) {
  func check(_ facts: [Fact], in text: String) {
    let scalars = Array(text.unicodeScalars)
    for fact in facts {
      require(
        fact.range.start >= 0 && fact.range.start <= fact.range.end
          && fact.range.end <= scalars.count, "a range leaves its text")
      var slice = String.UnicodeScalarView()
      slice.append(contentsOf: scalars[fact.range.start..<fact.range.end])
      require(String(slice) == fact.text, "a range names other words")
    }
  }
  func check(_ blocks: [Block]) {
    for block in blocks {
      switch block {
      case .paragraph(let paragraph): check(paragraph.facts, in: paragraph.text)
      case .table(let table): check(table.facts, in: table.plainText)
      }
    }
  }
  var open = programme.outline + programme.appendices.flatMap(\.outline)
  while let node = open.popLast() {
    check(node.facts, in: node.title ?? "")
    check(node.content)
    open.append(contentsOf: node.children)
  }
  check(programme.preamble)
  check(programme.closing)
}
