extension Diagnostic.Kind {
  /// Everything that outlining notices, `outline.*`.
  static let outlining: [Diagnostic.Kind] = [
    numberingGap, firstNumber, numberingRepeat, numberingBack, levelSkip, levelLimit,
    markerRepaired, markerDoubtful, markerAsText, headingWithoutChildren, unplacedParagraph,
    charactersLost,
  ]

  /// A number is missing between two siblings.
  public static let numberingGap = Diagnostic.Kind(
    .warning, "outline.numbering-gap", "{0} follows {1} without {2}",
    "sau mục {1} là mục {0}: thiếu mục {2}")

  /// A list does not start with its first number.
  public static let firstNumber = Diagnostic.Kind(
    .warning, "outline.first-number-missing",
    "the list starts with {0}: its first number is missing",
    "danh sách bắt đầu từ mục {0}: thiếu mục đầu")

  /// A number stands twice.
  public static let numberingRepeat = Diagnostic.Kind(
    .warning, "outline.numbering-repeat", "{0} follows {1}: the number is repeated",
    "sau mục {1} lại là mục {0}: số mục bị lặp")

  /// A number is lower than the one before it.
  public static let numberingBack = Diagnostic.Kind(
    .warning, "outline.numbering-restart",
    "{0} follows {1}: the numbers start over without a new heading",
    "sau mục {1} là mục {0}: đánh số lại mà không có đề mục mới")

  /// A marker stands deeper than the levels above it allow.
  public static let levelSkip = Diagnostic.Kind(
    .warning, "outline.level-skip", "{0} stands under {1}: a level between them is missing",
    "mục {0} nằm ngay dưới mục {1}: thiếu một cấp ở giữa")

  /// The headings stand as deep in one another as an outline may be.
  public static let levelLimit = Diagnostic.Kind(
    .warning, "outline.level-limit",
    "{0} is at level {1}, the deepest kept; deeper headings are placed at the same level",
    "{0} ở cấp {1}, cấp sâu nhất được giữ; đề mục sâu hơn được xếp cùng cấp")

  /// Letters of a marker look like a slip of a scan.
  public static let markerRepaired = Diagnostic.Kind(
    .warning, "outline.marker-repaired",
    "{0} was read as number {1}: letters may have been mistaken by a scan",
    "{0} được hiểu là số {1}: có thể chữ bị nhận dạng sai khi quét")

  /// A marker could have been read otherwise.
  public static let markerDoubtful = Diagnostic.Kind(
    .note, "outline.marker-uncertain", "the level of {0} is not certain: please look at it",
    "cấp của {0} chưa chắc chắn: cần kiểm tra lại")

  /// What looks like a marker was read as text.
  public static let markerAsText = Diagnostic.Kind(
    .note, "outline.marker-as-text", "{0} looks like a marker and was read as text",
    "{0} giống ký hiệu đề mục nhưng được hiểu là văn bản")

  /// A heading has neither text nor headings below it.
  public static let headingWithoutChildren = Diagnostic.Kind(
    .note, "outline.heading-without-children", "nothing stands under the heading {0}",
    "dưới đề mục {0} không có nội dung")

  /// Text follows the signature without a title.
  public static let unplacedParagraph = Diagnostic.Kind(
    .warning, "outline.unplaced-paragraph",
    "text follows the signature without the title of an appendix",
    "sau phần ký có văn bản nhưng không có tiêu đề phụ lục")

  /// Characters of the source stand nowhere in the output; `mucluc check` counts and tells it.
  public static let charactersLost = Diagnostic.Kind(
    .error, "outline.characters-lost",
    "{0} characters of the source and {1} of the output do not add up. Please report it",
    "{0} ký tự của nguồn và {1} ký tự của kết quả không khớp nhau. Xin báo lỗi")
}
