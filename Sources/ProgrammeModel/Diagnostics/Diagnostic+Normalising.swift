extension Diagnostic.Kind {
  /// Everything that normalising notices, `normalize.*`.
  static let normalising = [
    fontContradicted, mixedEncodings, undecided, unknownLetters, doubleMarks, privateUse, controls,
    invalidUTF8,
  ]

  /// Text that is not in the encoding its font stands for: the font, how many paragraphs, the encoding.
  public static let fontContradicted = Diagnostic.Kind(
    .note, "normalize.font-contradicted",
    "{1} paragraphs in the font {0} are in {2}, which is not the font's encoding",
    "{1} đoạn dùng phông {0} lại ở mã {2}, không phải mã của phông")

  /// Text in several encodings: their names.
  public static let mixedEncodings = Diagnostic.Kind(
    .note, "normalize.mixed-encodings",
    "the document mixes several encodings: {0}; every text is read in its own, nothing need be done",
    "tài liệu dùng lẫn nhiều bảng mã: {0}; mỗi đoạn được đọc theo bảng mã của nó, không cần làm gì")

  /// Text that looks legacy and is in no encoding for certain: how many paragraphs.
  public static let undecided = Diagnostic.Kind(
    .warning, "normalize.undecided-encoding",
    "{0} paragraphs may be in a legacy encoding and are left as they are; name it with --encoding",
    "{0} đoạn có thể ở bảng mã cũ, được giữ nguyên; hãy nêu bảng mã bằng --encoding")

  /// Letters that the encoding does not have: how many, the encoding.
  public static let unknownLetters = Diagnostic.Kind(
    .warning, "normalize.unknown-letter", "{0} letters are none of {1} and are kept as they are",
    "{0} chữ không có trong bảng mã {1}, được giữ nguyên")

  /// Letters with two tones or two shapes: how many.
  public static let doubleMarks = Diagnostic.Kind(
    .note, "normalize.double-mark", "{0} letters have two tones or two shapes and are kept",
    "{0} chữ mang hai dấu thanh hoặc hai dấu phụ, được giữ nguyên")

  /// Private-use characters of no known font: how many.
  public static let privateUse = Diagnostic.Kind(
    .note, "normalize.private-use",
    "{0} characters are of a symbol font that is not known and are kept",
    "{0} ký tự thuộc phông ký hiệu không rõ, được giữ nguyên")

  /// Control characters that were taken away: how many.
  public static let controls = Diagnostic.Kind(
    .note, "normalize.control-character", "{0} control characters are taken away",
    "{0} ký tự điều khiển được bỏ đi")

  /// Bytes in a file in UTF-8 that are none: how many.
  public static let invalidUTF8 = Diagnostic.Kind(
    .warning, "normalize.invalid-utf-8",
    "{0} bytes of the file are not UTF-8 and are read as Windows-1252",
    "{0} byte của tệp không phải UTF-8, được đọc theo Windows-1252")
}
