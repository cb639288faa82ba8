/// A type of document (tên loại văn bản), such as *Chương trình* or *Quyết định*.
///
/// ```swift
/// let text = FoldedText("Thông báo kết luận số 05-TB/TU")
/// text.documentType(in: .standard)?.type.word                            // "thông báo kết luận"
/// Lexicon.standard.documentType(named: "QUY ĐỊNH")?.code(for: .party)  // "QĐi"
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

  /// Whether its documents are cited by name (laws, codes, ordinances, the constitution).
  public var isLaw: Bool

  /// Makes a type.
  public init(
    _ word: String, party: String?, state: String?, archive: String, heads: Bool, isLaw: Bool
  ) {
    self.word = word
    partyCode = party
    stateCode = state
    archiveNumber = archive
    headsDocuments = heads
    self.isLaw = isLaw
  }

  /// The code of a side.
  public func code(for side: Side) -> String? {
    switch side {
    case .party: partyCode
    case .state: stateCode
    }
  }
}
