/// The wording of the help in Vietnamese, by the English sentences.
enum HelpWording {
  /// All sentences.
  static let vietnamese = general.merging(archive) { $1 }

  /// The sentences of commands and options, those of the archive apart.
  private static let general: [String: String] = [
    "Files worked on at the same time; all cores by default.":
      "Số tệp xử lý cùng lúc; mặc định bằng số nhân của máy.",
    "Write a line of JSON for every input to this file.":
      "Ghi vào tệp này mỗi tệp đầu vào một dòng JSON.",
    """
    Status, error, warnings, counts, milliseconds, digests of input and output, version. \
    With a report of an earlier run, outputs that were edited since are kept.
    """:
      """
    Tình trạng, lỗi, cảnh báo, số lượng, mili giây, mã băm của tệp đầu vào và kết quả, \
    phiên bản. Khi có báo cáo của lần chạy trước, kết quả đã được sửa tay sẽ được giữ lại.
    """,
    "Skip inputs that are, with their outputs, as the report says.":
      "Bỏ qua những tệp mà chính tệp và kết quả vẫn đúng như báo cáo đã ghi.",
    "Take away outputs that the report names and whose inputs are gone or renamed.":
      "Xóa những kết quả có tên trong báo cáo mà tệp đầu vào không còn hoặc đã đổi tên.",
    "Write what is found to this file as well: NAME.sarif, or NAME.xml for JUnit.":
      "Ghi thêm những gì tìm thấy vào tệp này: TÊN.sarif, hoặc TÊN.xml theo JUnit.",
    "Overwrite outputs that were edited since the report.":
      "Ghi đè cả những kết quả đã được sửa tay sau báo cáo.",
    "Exit with 1 on a failure, on any warning, or never.":
      """
    Thoát với mã 1 khi có lỗi (failure), khi có cảnh báo (warning), hoặc không bao giờ \
    (never).
    """,
    "End the run with the first failure.":
      "Dừng ngay ở lỗi đầu tiên.",
    "Print what is doubtful about documents, and whether every character is accounted for.":
      "Nêu những chỗ cần người xem lại trong văn bản, và đối soát từng ký tự.",
    """
    EXAMPLES:
      mucluc check archive
      mucluc check archive --fail-on warning --format github
      mucluc check archive --format sarif > mucluc.sarif
      mucluc check archive --format junit > mucluc.xml
      mucluc check archive --write-baseline known.json    accept what there is now
      mucluc check archive --baseline known.json --summary summary.md

    Exit codes: 0 nothing to fail on; 1 an input failed or --fail-on was met; 2 wrong usage.
    """:
      """
    VÍ DỤ:
      mucluc check luu-tru
      mucluc check luu-tru --fail-on warning --format github
      mucluc check luu-tru --format sarif > mucluc.sarif
      mucluc check luu-tru --format junit > mucluc.xml
      mucluc check luu-tru --write-baseline da-biet.json  ghi nhận những gì đang có
      mucluc check luu-tru --baseline da-biet.json --summary tom-tat.md

    Mã thoát: 0 không có gì phải báo; 1 có tệp lỗi hoặc gặp điều kiện --fail-on; 2 gọi \
    lệnh sai.
    """,
    "How findings are printed: text, github (annotations), sarif (2.1.0), junit, json.":
      "Cách in: text (văn bản), github (chú thích), sarif (2.1.0), junit, json.",
    "Pass over this kind of finding, such as outline.first-number-missing; may be repeated.":
      "Bỏ qua loại này, chẳng hạn outline.first-number-missing; có thể nêu nhiều lần.",
    "Tell only what is not in this file, which --write-baseline wrote.":
      "Chỉ nêu những gì chưa có trong tệp này (do --write-baseline ghi).",
    "Write everything that is found to this file, to accept it as known; tell nothing.":
      "Ghi tất cả những gì tìm thấy vào tệp này để coi là đã biết; không nêu ra.",
    "Write a summary in Markdown to this file, for a pull request.":
      "Ghi bản tóm tắt bằng Markdown vào tệp này.",
    "Write a line of JSON for every input, with its findings, to this file.":
      "Ghi vào tệp này mỗi tệp đầu vào một dòng JSON, kèm những gì tìm thấy.",
    "Take the findings of files that are as the report says from there.":
      "Với những tệp vẫn đúng như báo cáo đã ghi, lấy lại kết quả từ báo cáo.",
    "Show the settings that the file .mucluc.json of a folder makes.":
      "Cho xem cấu hình trong tệp .mucluc.json của một thư mục.",
    """
    EXAMPLES:
      mucluc config archive
      mucluc config --config settings.json

    The file is read where its folder is the one path that is named, or where --config \
    names it, never from folders below. What stands on the command line wins. \
    Schemas/settings-1.schema.json describes it.
    """:
      """
    VÍ DỤ:
      mucluc config luu-tru
      mucluc config --config cau-hinh.json

    Tệp được đọc khi thư mục chứa nó là đường dẫn duy nhất được nêu, hoặc khi --config \
    nêu tên nó; không bao giờ đọc trong các thư mục con. Dòng lệnh được ưu tiên. Mô tả \
    ở Schemas/settings-1.schema.json.
    """,
    "The folder.":
      "Thư mục.",
    "Convert documents to JSON, CSV and other formats.":
      "Chuyển văn bản sang JSON, CSV và các định dạng khác.",
    """
    EXAMPLES:
      mucluc convert ke-hoach.docx                  JSON on standard output
      mucluc convert ke-hoach.docx --to csv --output tasks.csv
      mucluc convert archive --output out           a JSON file for each
      mucluc convert archive --to jsonl > archive.jsonl
      mucluc convert archive --to xlsx --output archive.xlsx
      mucluc convert archive --output out --report out.jsonl --skip-unchanged
      find . -name '*.docx' -print0 | mucluc convert --files-from - --to csv

    Exit codes: 0 all done; 1 an input failed or --fail-on was met; 2 wrong usage.
    """:
      """
    VÍ DỤ:
      mucluc convert ke-hoach.docx                  JSON ra đầu ra chuẩn
      mucluc convert ke-hoach.docx --to csv --output nhiem-vu.csv
      mucluc convert luu-tru --output ket-qua       mỗi văn bản một tệp JSON
      mucluc convert luu-tru --to jsonl > luu-tru.jsonl
      mucluc convert luu-tru --to xlsx --output luu-tru.xlsx
      mucluc convert luu-tru --output ket-qua --report ket-qua.jsonl --skip-unchanged
      find . -name '*.docx' -print0 | mucluc convert --files-from - --to csv

    Mã thoát: 0 xong tất cả; 1 có tệp lỗi hoặc gặp điều kiện --fail-on; 2 gọi lệnh sai.
    """,
    "Files and folders; - is standard input.":
      "Tệp và thư mục; - là đầu vào chuẩn.",
    """
    Folders are walked and their documents taken in the order of their names: .docx, \
    .docm, .dotx, .dotm, .txt, .doc, .dot, .rtf, .html, .htm, .mhtml, .mht, .odt. Hidden \
    files, lock files (~$…) and links are passed by.
    """:
      """
    Thư mục được duyệt theo thứ tự tên, lấy các tệp .docx, .docm, .dotx, .dotm, .txt, \
    .doc, .dot, .rtf, .html, .htm, .mhtml, .mht, .odt. Bỏ qua tệp ẩn, tệp tạm của Word \
    (~$…) và liên kết.
    """,
    """
    Take the paths from this file, a line each or each ended by a zero byte; - is \
    standard input.
    """:
      """
    Lấy đường dẫn từ tệp này, mỗi dòng một đường dẫn hoặc kết thúc bằng một byte 0; - \
    là đầu vào chuẩn.
    """,
    """
    In folders take files of this pattern only, such as '*.docx' or '2023/**'; may be \
    repeated.
    """:
      """
    Trong thư mục chỉ lấy tệp theo mẫu này, chẳng hạn '*.docx' hoặc '2023/**'; có thể \
    nêu nhiều lần.
    """,
    "In folders leave out files of this pattern; may be repeated.":
      "Trong thư mục không lấy tệp theo mẫu này; có thể nêu nhiều lần.",
    "Exit with 1 where no document was found.":
      "Thoát với mã 1 khi không tìm thấy tài liệu nào.",
    """
    Take settings from this file; otherwise from .mucluc.json in the one folder that is \
    named.
    """:
      """
    Lấy cấu hình từ tệp này; nếu không nêu thì từ .mucluc.json trong thư mục duy nhất \
    được nêu.
    """,
    "End a file that takes longer; none by default.":
      "Dừng tệp nào xử lý lâu hơn; mặc định không giới hạn.",
    "End a file that needs more memory, such as 512M; none by default.":
      "Dừng tệp nào cần nhiều bộ nhớ hơn, chẳng hạn 512M; mặc định không giới hạn.",
    "{0} by default.":
      "mặc định {0}.",
    """
    The language: en or vi. Without it messages and pages follow MUCLUC_LANG, LC_ALL and \
    LANG, data are English.
    """:
      """
    Ngôn ngữ: en hoặc vi. Nếu không nêu, thông báo và trang theo MUCLUC_LANG, LC_ALL, \
    LANG; dữ liệu dùng tiếng Anh.
    """,
    "Tell failures only: no progress, no summary, no warnings.":
      "Chỉ nêu lỗi: không tiến độ, không tóm tắt, không cảnh báo.",
    "The format of results.":
      "Định dạng của kết quả.",
    """
    json, jsonl (a document a line), csv (a task a row), text (normalised, with printed \
    numbers), markdown, html (of a folder a site), xlsx (a workbook), archive-csv (a document a \
    row, for records of the archive).
    """:
      """
    json, jsonl (mỗi văn bản một dòng), csv (mỗi nhiệm vụ một hàng), text (đã chuẩn \
    hóa, có số thứ tự như khi in), markdown, html (thư mục thành trang tra cứu), xlsx (bảng \
    tính), archive-csv (mỗi văn bản một hàng, cho hồ sơ lưu trữ).
    """,
    "The file to write, or the folder for several inputs; - is standard output.":
      "Tệp để ghi, hoặc thư mục khi có nhiều tệp đầu vào; - là đầu ra chuẩn.",
    "JSON over several lines (the default) or on one. jsonl is always on one.":
      "JSON nhiều dòng (mặc định) hoặc một dòng. jsonl luôn là một dòng.",
    "What stands between the cells of a table: comma, semicolon or tab.":
      "Dấu ngăn cách các ô: comma (phẩy), semicolon (chấm phẩy) hoặc tab.",
    "Begin tables with a byte order mark, for spreadsheet programs.":
      "Bắt đầu bảng bằng dấu thứ tự byte (BOM), cho phần mềm bảng tính.",
    "Put an apostrophe before cells that a spreadsheet would take for a formula.":
      "Thêm dấu nháy trước những ô mà bảng tính sẽ hiểu là công thức.",
    """
    The value of a field of archive-csv that documents leave empty, such as \
    maintenance=01; may be repeated.
    """:
      """
    Giá trị của trường archive-csv mà văn bản không nêu, chẳng hạn maintenance=01; có \
    thể nêu nhiều lần.
    """,
    """
    The roles of the entries in csv, in counts and on pages: task, target, result, \
    statement, or all.
    """:
      """
    Loại mục đưa vào csv, số đếm và trang: task (nhiệm vụ), target (chỉ tiêu), result \
    (kết quả), statement (nhận định), hoặc all (tất cả).
    """,
    "The encoding of text files; told from the content otherwise.":
      "Bảng mã của tệp văn bản; nếu không nêu thì nhận biết từ nội dung.",
    """
    Convert older documents by LibreOffice: never, fallback (where they are not read), \
    always.
    """:
      """
    Chuyển văn bản cũ bằng LibreOffice: never (không), fallback (khi không tự đọc \
    được), always (luôn luôn).
    """,
    "Tell what is in a folder: formats, encodings, what would fail. Writes nothing.":
      "Cho biết trong thư mục có gì: định dạng, bảng mã, tệp nào sẽ lỗi. Không ghi gì.",
    """
    EXAMPLES:
      mucluc scan archive
      mucluc scan archive --lang vi
      mucluc scan archive --format csv > archive.csv

    One line a file: format, encoding (of text files, and legacy ones of Word documents), \
    share of text in a legacy encoding, whether it needs attention (it would fail, or \
    there are warnings), path. Documents that LibreOffice would convert (.odt, .doc of \
    Word 95 and before) are named, not converted; where it is installed they need no \
    attention.
    """:
      """
    VÍ DỤ:
      mucluc scan luu-tru
      mucluc scan luu-tru --lang vi
      mucluc scan luu-tru --format csv > luu-tru.csv

    Mỗi tệp một dòng: định dạng, bảng mã (của tệp văn bản, và bảng mã cũ trong tệp \
    Word), tỷ lệ chữ ở bảng mã cũ, có cần xem lại không (sẽ lỗi hoặc có cảnh báo), \
    đường dẫn. Tài liệu cần LibreOffice (.odt, .doc của Word 95 trở về trước) được nêu \
    tên, không chuyển; nếu đã cài LibreOffice thì không cần xem lại.
    """,
    "How files are listed: text (a table), csv or json, with digests and warnings.":
      "Cách liệt kê: text (bảng), csv hoặc json, kèm mã băm và cảnh báo.",
    "Print the JSON Schema of the output.":
      "In JSON Schema của kết quả.",
    """
    EXAMPLES:
      mucluc schema > document-2.schema.json
    """:
      """
    VÍ DỤ:
      mucluc schema > document-2.schema.json
    """,
    "Show the tree of one document.":
      "Cho xem cây nhiệm vụ của một văn bản.",
    """
    EXAMPLES:
      mucluc show chuong-trinh.docx
      mucluc show chuong-trinh.docx | less
      mucluc show - < van-ban.txt

    On a terminal lines are cut to its width and colours tell kinds apart; NO_COLOR turns \
    colours off.
    """:
      """
    VÍ DỤ:
      mucluc show chuong-trinh.docx
      mucluc show chuong-trinh.docx | less
      mucluc show - < van-ban.txt

    Trên màn hình dòng lệnh, dòng được cắt theo bề rộng và màu phân biệt các loại; đặt \
    NO_COLOR để tắt màu.
    """,
    "The file; - is standard input.":
      "Tệp; - là đầu vào chuẩn.",
    """
    The roles of the entries that are counted and told: task, target, result, statement, \
    or all.
    """:
      """
    Loại mục được đếm và nêu ra: task (nhiệm vụ), target (chỉ tiêu), result (kết quả), \
    statement (nhận định), hoặc all (tất cả).
    """,
    "Turn Vietnamese programme documents into task trees, JSON and CSV.":
      "Chuyển các văn bản chương trình, kế hoạch thành cây nhiệm vụ, JSON và CSV.",
    """
    EXAMPLES:
      mucluc show chuong-trinh.docx           the tree in the terminal
      mucluc convert chuong-trinh.docx        JSON on standard output
      mucluc convert archive --output out     a JSON file for every document
      mucluc check archive --format github    doubts about documents, for CI
      mucluc scan archive                     what is there; converts nothing
      mucluc index archive --output kho.db    one database of all, to search in
      mucluc search kho.db "nuoc sach"        who is to do what about clean water, by when
    """:
      """
    VÍ DỤ:
      mucluc show chuong-trinh.docx           xem cây nhiệm vụ
      mucluc convert chuong-trinh.docx        JSON ra đầu ra chuẩn
      mucluc convert luu-tru --output ra      mỗi văn bản một tệp JSON
      mucluc check luu-tru --format github    những chỗ cần xem lại, cho CI
      mucluc scan luu-tru                     có những gì; không chuyển gì
      mucluc index luu-tru --output kho.db    đưa tất cả vào một kho để tra cứu
      mucluc search kho.db "nuoc sach"        ai phải làm gì về nước sạch, thời hạn nào
    """,
    "Fail packages of more entries":
      "Không đọc gói có nhiều mục hơn",
    "Fail parts of more bytes, unpacked, and texts":
      "Không đọc phần (đã giải nén) và tệp văn bản nhiều byte hơn",
    "Fail packages of more bytes, unpacked":
      "Không đọc gói (đã giải nén) nhiều byte hơn",
    "Fail parts of more times their packed size":
      "Không đọc phần nở ra nhiều lần hơn khi giải nén",
    "Do so from this many bytes on":
      "Chỉ áp dụng từ số byte này trở lên",
    "Fail parts of elements nested deeper":
      "Không đọc phần có phần tử lồng sâu hơn",
    "Fail paragraphs of more bytes":
      "Không đọc đoạn văn nhiều byte hơn",
    "Fail Word documents of more paragraphs":
      "Không đọc tệp Word có nhiều đoạn hơn",
    "Fail documents of more cells in tables":
      "Không đọc văn bản có nhiều ô bảng hơn",
    "Fail documents of more styles and list levels":
      "Không đọc văn bản có nhiều kiểu và cấp danh sách hơn",
    "Fail documents with tables nested deeper":
      "Không đọc văn bản có bảng lồng sâu hơn",
    "Fail documents embedded deeper in one another":
      "Không đọc văn bản nhúng vào nhau sâu hơn",
    "Fail documents of more embedded documents":
      "Không đọc văn bản có nhiều văn bản nhúng hơn",
    "Fail lists with longer labels":
      "Không đọc danh sách có nhãn dài hơn",
  ]

  /// The beginnings of lines that the parser writes itself.
  static let beginnings: [(english: String, vietnamese: String)] = [
    ("OVERVIEW: ", "TÓM TẮT: "), ("USAGE: ", "CÁCH GỌI: "), ("ARGUMENTS:", "ĐỐI SỐ:"),
    ("SUBCOMMANDS:", "CÁC LỆNH:"), ("OPTIONS:", "TÙY CHỌN:"), ("READING:", "ĐỌC VĂN BẢN:"),
    ("LIMITS:", "GIỚI HẠN:"), ("Error: ", "Lỗi: "), ("Usage: ", "Cách gọi: "),
    ("  See '", "  Xem '"),
  ]

  /// Remarks that the parser puts into lines.
  static let remarks: [(english: String, vietnamese: String)] = [
    ("(values: ", "(giá trị: "), ("; default: ", "; mặc định: "), ("(default: ", "(mặc định: "),
    ("Show the version.", "In phiên bản."),
    ("Show help information.", "In trợ giúp này."),
    (" for detailed help.", " để được trợ giúp chi tiết."),
    (" for more information.", " để biết thêm."),
  ]
}
