public import ArgumentParser
internal import BatchConversion
internal import ProgrammeArchive
public import ProgrammeModel
internal import VietnameseLanguage

/// `mucluc search`: what the documents of an archive say.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: said(
      "Search in a database of mucluc index, with or without tone marks.",
      "Tra cứu trong kho do mucluc index tạo, gõ dấu hay không dấu đều được."),
    discussion: said(
      """
      EXAMPLES:
        mucluc search kho.db nuoc sach                    both words
        mucluc search kho.db "nuoc sach"                  the phrase
        mucluc search kho.db 'tuyen tr*' --year 2023 --role task
        mucluc search kho.db --lead "so y te" --due-before 2024-07-01 --format csv
        mucluc search kho.db --cites 139-KH/HU            who cites this document

      Every word has to stand in a hit: a title, a paragraph, a row of a table. Words in quotation marks \
      are a phrase; a * stands for the rest of a word. Letters with and without marks are one, and so are \
      i and y in words that are spelled both ways; hits with the very marks that you type come first.

      Exit codes: 0 something was found, or nothing; 1 the database cannot be used; 2 wrong usage.
      """,
      """
      VÍ DỤ:
        mucluc search kho.db nuoc sach                    cả hai từ
        mucluc search kho.db "nuoc sach"                  cụm từ
        mucluc search kho.db 'tuyen tr*' --year 2023 --role task
        mucluc search kho.db --lead "so y te" --due-before 2024-07-01 --format csv
        mucluc search kho.db --cites 139-KH/HU            ai viện dẫn văn bản này

      Mọi từ phải có trong một kết quả: một đề mục, một đoạn, một hàng của bảng. Các từ trong ngoặc kép là một cụm; \
      dấu * thay phần còn lại của một từ. Chữ có dấu và không dấu là một, i và y trong những từ viết được cả hai cách \
      cũng vậy; kết quả có đúng dấu như đã gõ đứng trước.

      Mã thoát: 0 có hoặc không có kết quả; 1 không dùng được kho; 2 gọi lệnh sai.
      """))

  @Argument(
    help: ArgumentHelp(
      said(
        "The database that mucluc index made.",
        "Kho do mucluc index tạo."), valueName: "file"),
    completion: .file())
  var database: String

  @Argument(
    help: ArgumentHelp(
      said(
        "Words, and phrases in quotation marks.",
        "Từ cần tìm; cụm từ đặt trong ngoặc kép.")))
  var words: [String] = []

  @Option(
    help: ArgumentHelp(
      said(
        "Documents of a body, by words of its name.",
        "Văn bản của một cơ quan, theo từ trong tên."), valueName: "words"))
  var issuer: String?

  @Option(
    help: ArgumentHelp(
      said(
        "Documents of a type, by its words or its code.",
        "Văn bản thuộc một loại, theo tên loại hoặc ký hiệu."), valueName: "type"))
  var type: String?

  @Option(
    help: ArgumentHelp(
      said(
        "Documents of a year, or whose period touches it.",
        "Văn bản của một năm, hoặc có kỳ chạm năm đó."), valueName: "year"))
  var year: Int?

  @Option(
    help: ArgumentHelp(
      said(
        "Entries of a role: task, target, result, statement.",
        "Mục thuộc một loại: task, target, result, statement."), valueName: "role"))
  var role: ProgrammeTask.Role?

  @Option(
    help: ArgumentHelp(
      said(
        "Entries that a body is to carry out, by words of its name.",
        "Mục do một cơ quan chủ trì, theo từ trong tên."), valueName: "words"))
  var lead: String?

  @Option(
    help: ArgumentHelp(
      said(
        "Entries due before a day, month or year, such as 2024-07-01 or 2024.",
        "Mục có thời hạn trước một ngày, tháng hoặc năm, chẳng hạn 2024-07-01 hoặc 2024."),
      valueName: "day"
    ))
  var dueBefore: String?

  @Option(
    help: ArgumentHelp(
      said(
        "Entries due after a day, month or year.",
        "Mục có thời hạn sau một ngày, tháng hoặc năm."), valueName: "day"))
  var dueAfter: String?

  @Option(
    help: ArgumentHelp(
      said(
        "Passages that cite a document, by its code.",
        "Đoạn viện dẫn một văn bản, theo số và ký hiệu."), valueName: "code"))
  var cites: String?

  @Option(
    help: ArgumentHelp(
      said(
        "How many hits at most; 20 by default.",
        "Nhiều nhất bao nhiêu kết quả; mặc định 20."), valueName: "count"))
  var limit: Count?

  @Option(
    help: ArgumentHelp(
      said(
        "How hits are printed: text, json, csv.",
        "Cách in kết quả: text, json, csv.")))
  var format: HitFormat = .text

  @OptionGroup var messages: MessageOptions

  func validate() throws {
    if MucLucCommand.isLooking { return }
    if try search.isEmpty {
      throw ValidationError(Message.searchNeedsWords.text(in: messages.language))
    }
  }

  func run() throws {
    let search = try search
    let hits = try ArchiveError.orExit(database, messages.language) { () throws(ArchiveError) in
      try Archive.reading(database).hits(for: search)
    }
    try Printing.orExit(messages.language) { () throws(SystemError) in
      try ByteOutput.writeToStandardOutput(format.bytes(of: hits, in: messages.language))
    }
    guard format == .text, !messages.quiet else { return }
    if hits.isEmpty { ByteOutput.complain(Message.noHits.text(in: messages.language)) }
    if hits.count == search.limit {
      ByteOutput.complain(Message.moreHits.text(in: messages.language, "\(hits.count)"))
    }
  }

  /// What was asked for.
  private var search: ArchiveSearch {
    get throws {
      var search = ArchiveSearch(words: words)
      search.issuer = issuer
      search.type = type
      search.year = year
      search.role = role?.rawValue
      search.lead = lead
      search.cites = cites
      search.dueBefore = try dueBefore.map { try span($0).firstDay }
      search.dueAfter = try dueAfter.map { try span($0).lastDay }
      if let limit { search.limit = limit.value }
      return search
    }
  }

  private func span(_ text: String) throws -> (firstDay: String, lastDay: String) {
    guard let span = CalendarSpan(edtf: text), let first = span.firstDay, let last = span.lastDay
    else { throw ValidationError(Message.notADay.text(in: messages.language, text)) }
    return (first, last)
  }
}

extension ProgrammeTask.Role: ExpressibleByArgument {}
