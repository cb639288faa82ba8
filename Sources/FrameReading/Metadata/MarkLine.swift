internal import DocumentLines
internal import VietnameseText

/// The marks of security (độ mật), urgency (độ khẩn) and draft of a document.
struct MarkLine: Hashable {
  /// The mark of security as written, or `nil`.
  var security: String?

  /// The mark of urgency as written, or `nil`.
  var urgency: String?

  /// Whether the line calls the document a draft (dự thảo).
  var isDraft = false

  /// Reads a line; marks of circulation (tài liệu thu hồi, lưu hành nội bộ) are none of these.
  init(_ line: String) {
    let cursor = LineCursor(squeezed(line))
    security = Self.first(Self.securities, in: cursor)
    urgency = Self.first(Self.urgencies, in: cursor)
    isDraft = Self.first([Self.draft], in: cursor) != nil
  }

  private static let securities = ["tuyệt mật", "tối mật", "mật"].map { Keyword($0) }
  private static let urgencies = ["hỏa tốc hẹn giờ", "hỏa tốc", "thượng khẩn", "khẩn"]
    .map { Keyword($0) }
  private static let draft = Keyword("dự thảo")

  /// The first of the marks that stands in the line, as written; the words of *bí mật nhà nước* and
  /// *độ mật* are no marks.
  private static func first(_ marks: [Keyword], in cursor: LineCursor) -> String? {
    for mark in marks {
      for index in cursor.text.codes.indices {
        guard let end = cursor.text.end(of: mark, at: index), !isPart(cursor, index) else {
          continue
        }
        return cursor.words(index..<end)
      }
    }
    return nil
  }

  private static let compounds = ["bí ", "độ ", "bảo "].map { FoldedText($0).codes }

  private static func isPart(_ cursor: LineCursor, _ index: Int) -> Bool {
    compounds.contains { cursor.text.codes[..<index].suffix($0.count).elementsEqual($0) }
  }
}
