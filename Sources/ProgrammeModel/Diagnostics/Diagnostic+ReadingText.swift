extension Diagnostic.Kind {
  /// Everything that is noticed in reading plain text.
  static let readingText = [loneSurrogates, oddByte, quotedPrintable]

  /// UTF-16 with half of a surrogate pair; the number of halves, and the first of them.
  public static let loneSurrogates = Diagnostic.Kind(
    .warning, "read.lone-surrogate",
    "{0} code units are half of a surrogate pair and read as U+FFFD, the first is {1}",
    "{0} đơn vị mã chỉ là nửa cặp thay thế, được đọc thành U+FFFD, đơn vị đầu là {1}")

  /// Text in the encoding of mail.
  public static let quotedPrintable = Diagnostic.Kind(
    .note, "read.quoted-printable",
    "the text is written as quoted-printable (=C6=AF), as mail is; it is read decoded",
    "văn bản viết theo kiểu quoted-printable (=C6=AF) của thư điện tử; đã giải mã khi đọc")

  /// UTF-16 with an odd number of bytes; the last byte.
  public static let oddByte = Diagnostic.Kind(
    .warning, "read.odd-byte",
    "the file is UTF-16 with an odd number of bytes: the last one, {0}, is not read",
    "tệp là UTF-16 nhưng có số byte lẻ: byte cuối cùng, {0}, không được đọc")
}
