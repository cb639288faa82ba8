public import VietnameseText

/// A type of document (tên loại văn bản), such as *Chương trình* or *Quyết định*.
///
/// ```swift
/// let text = FoldedText("Thông báo kết luận số 05-TB/TU")
/// DocumentType.longest(in: text, at: 0)?.type.word  // "thông báo kết luận"
/// DocumentType.named("QUY ĐỊNH")?.code(for: .party)  // "QĐi"
/// ```
///
/// The words stand in Tables/vocabulary/document-types.tsv. A code does not tell the type: `QĐ` is
/// *quyết định* and, in numbers of the centre, *quy định* too.
public struct DocumentType: Hashable, Sendable {
  /// Whose rules a document follows.
  public enum Side: Hashable, Sendable, CaseIterable {
    /// The Party: `139-KH/HU`.
    case party
    /// The State: `139/KH-UBND`.
    case state
  }

  /// The word in lower case, as in running text.
  public var word: String

  /// The code in numbers of the Party, such as `QĐi`, or `nil` where it has none.
  public var partyCode: String?

  /// The code in numbers of the State, such as `QyĐ`, or `nil` where it has none.
  public var stateCode: String?

  /// The number of the type in records of the archive (Thông tư 05/2025/TT-BNV), `32` for others.
  public var archiveNumber: String

  /// Whether the word may stand alone as the type line of a document; a *công văn* has no such line.
  public var headsDocuments: Bool

  /// The word as it is looked for.
  public var keyword: Keyword

  /// Makes a type.
  init(_ word: String, _ party: String?, _ state: String?, _ archive: String, heads: Bool) {
    self.word = word
    partyCode = party
    stateCode = state
    archiveNumber = archive
    headsDocuments = heads
    keyword = Keyword(word)
  }

  /// The code of a side.
  public func code(for side: Side) -> String? {
    switch side {
    case .party: partyCode
    case .state: stateCode
    }
  }
}

extension DocumentType {
  /// The type whose word stands at the index as whole words, the longest where several do, and where
  /// it ends; a blank of the word matches any run of white space.
  public static func longest(
    in text: FoldedText, at index: Int
  ) -> (type: DocumentType, end: Int)? {
    guard text.codes.indices.contains(index) else { return nil }
    for place in byFirstLetter[Int(text.codes[index])] {
      if let end = text.end(of: all[place].keyword, at: index) { return (all[place], end) }
    }
    return nil
  }

  /// The type that a word names, written in any case, or `nil` where the text is more than its word.
  public static func named(_ word: String) -> DocumentType? {
    let text = FoldedText(word)
    guard let match = longest(in: text, at: 0), match.end == text.count else { return nil }
    return match.type
  }

  /// For every folded first letter, the places in `all`, longer words first.
  private static let byFirstLetter: [[Int]] = {
    var table = [[Int]](repeating: [], count: 256)
    let longerFirst = all.indices.sorted {
      (all[$1].keyword.codes.count, $0) < (all[$0].keyword.codes.count, $1)
    }
    for place in longerFirst {
      if let first = all[place].keyword.codes.first { table[Int(first)].append(place) }
    }
    return table
  }()
}
