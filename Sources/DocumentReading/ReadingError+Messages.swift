public import ProgrammeModel

extension ReadingError {
  /// One message that names the file, the part, the reason and how to go on.
  public func message(in language: MessageLanguage) -> String {
    let place = part.map { "\(file): \($0)" } ?? file
    return "\(place): \(reason(in: language))"
  }

  /// The reason and how to go on, without the file and the part.
  public func reason(in language: MessageLanguage) -> String {
    let sentences = language == .vietnamese ? vietnamese : english
    return "\(sentences.reason). \(sentences.remedy)."
  }

  /// What is wrong and what to do about it.
  private struct Sentences {
    var reason: String
    var remedy: String
  }

  private var english: Sentences {
    let saveAgain = "Open it in Word or LibreOffice and save it again as .docx"
    let otherCopy = "Take another copy of the file: this one is not whole"
    switch self {
    case .empty:
      return Sentences(reason: "the file is empty", remedy: otherCopy)
    case .notAnArchive:
      return Sentences(
        reason: "the file is named as a Word document and is no ZIP archive",
        remedy: "If it is plain text, rename it to .txt; otherwise take another copy")
    case .truncatedArchive:
      return Sentences(reason: "the archive ends before its table of contents", remedy: otherCopy)
    case .damagedArchive(_, let reason):
      return Sentences(reason: "the archive cannot be read (\(reason))", remedy: otherCopy)
    case .encrypted:
      return Sentences(
        reason: "the file is locked with a password",
        remedy: "Open it in Word with the password and save it without")
    case .oldWordFormat(_, let version):
      return Sentences(reason: "the file is a document of \(version)", remedy: saveAgain)
    case .otherFormat(_, let format):
      return Sentences(
        reason: "the file is \(format), which is not read",
        remedy: "Save it as .docx or as plain text in UTF-8")
    case .notText:
      return Sentences(
        reason: "the file is neither a Word document nor text",
        remedy: "Convert it to .docx or to plain text first")
    case .missingMainPart(_, let tried):
      return Sentences(
        reason: "the package has no main part (looked for \(tried))", remedy: saveAgain)
    case .notAWordDocument:
      return Sentences(
        reason: "the package is no Word document", remedy: "Save its text as .docx")
    case .damagedPart(_, _, let reason):
      return Sentences(reason: "the part cannot be read (\(reason))", remedy: otherCopy)
    case .malformedXML(_, _, let line, let reason):
      return Sentences(
        reason: "line \(line): the XML is not well-formed (\(reason))", remedy: saveAgain)
    case .documentType:
      return Sentences(
        reason: "the part declares a document type, which the standard forbids",
        remedy: "Do not trust the file; ask where it comes from")
    case .limit(_, _, let kind, let allowed):
      return Sentences(
        reason: "the limit `\(kind.rawValue)` is met (\(allowed))",
        remedy: "Do not trust the file; if you know where it comes from, raise the limit")
    }
  }

  private var vietnamese: Sentences {
    let saveAgain = "Hãy mở tệp bằng Word hoặc LibreOffice rồi lưu lại thành .docx"
    let otherCopy = "Hãy lấy bản sao khác: tệp này không còn nguyên vẹn"
    switch self {
    case .empty:
      return Sentences(reason: "tệp rỗng", remedy: otherCopy)
    case .notAnArchive:
      return Sentences(
        reason: "tệp mang tên tệp Word nhưng nội dung không phải tệp Word",
        remedy: "Nếu là văn bản thuần, hãy đổi tên thành .txt; nếu không, hãy lấy bản sao khác")
    case .truncatedArchive:
      return Sentences(reason: "tệp .docx bị thiếu phần cuối", remedy: otherCopy)
    case .damagedArchive(_, let reason):
      return Sentences(reason: "tệp .docx bị hỏng (\(reason))", remedy: otherCopy)
    case .encrypted:
      return Sentences(
        reason: "tệp bị khóa bằng mật khẩu",
        remedy: "Hãy mở tệp bằng Word với mật khẩu rồi lưu lại không đặt mật khẩu")
    case .oldWordFormat(_, let version):
      return Sentences(reason: "tệp là tài liệu \(version)", remedy: saveAgain)
    case .otherFormat(_, let format):
      return Sentences(
        reason: "tệp thuộc định dạng \(format), chương trình không đọc định dạng này",
        remedy: "Hãy lưu thành .docx hoặc văn bản thuần UTF-8")
    case .notText:
      return Sentences(
        reason: "tệp không phải tài liệu Word, cũng không phải văn bản",
        remedy: "Hãy chuyển sang .docx hoặc văn bản thuần trước")
    case .missingMainPart(_, let tried):
      return Sentences(
        reason: "tệp Word không có phần nội dung chính (đã tìm \(tried))", remedy: saveAgain)
    case .notAWordDocument:
      return Sentences(
        reason: "nội dung không phải tệp Word", remedy: "Hãy lưu nội dung thành .docx")
    case .damagedPart(_, _, let reason):
      return Sentences(reason: "không đọc được phần này (\(reason))", remedy: otherCopy)
    case .malformedXML(_, _, let line, let reason):
      return Sentences(
        reason: "dòng \(line): XML không đúng cú pháp (\(reason))", remedy: saveAgain)
    case .documentType:
      return Sentences(
        reason: "phần này khai báo kiểu tài liệu (DTD), điều tiêu chuẩn cấm",
        remedy: "Không nên tin tệp này; hãy hỏi rõ nguồn gốc")
    case .limit(_, _, let kind, let allowed):
      return Sentences(
        reason: "vượt giới hạn `\(kind.rawValue)` (\(allowed))",
        remedy: "Không nên tin tệp này; nếu biết rõ nguồn gốc, hãy nâng giới hạn")
    }
  }
}
