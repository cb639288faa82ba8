import Testing
import ProgrammeModel

/// Programmes made by hand for the tests of every format.
enum Samples {
  /// A programme that uses every key of the output.
  static let everything: Programme = {
    var programme = Programme(
      source: SourceDescription(
        name: "chương trình.docx", format: .docx, via: "libreoffice", byteCount: 44038,
        sha256: String(repeating: "0f", count: 32), encoding: nil, paragraphCount: 60),
      metadata: metadata, tree: tree,
      normalization: [RuleCount(rule: "nfc", count: 15), RuleCount(rule: "tcvn3", count: 2)],
      coverage: Coverage(
        sourceCharacters: 1200, placedCharacters: 1188,
        unread: [UnreadContent(part: "word/comments.xml", element: "w:comment", count: 12)]),
      diagnostics: [
        Diagnostic(numberingGap, "3.", "1.", at: at(9)),
        Diagnostic(Diagnostic.Kind(.note, "normalize.legacy-fonts", "Read", "Đọc")),
        Diagnostic(Diagnostic.Kind(.error, "read.broken-part", "Broken", "Hỏng"), at: at(2)),
      ])
    programme.source.via = "libreoffice"
    return programme
  }()

  /// A programme of a text file that says nothing at all.
  static let empty = Programme(
    source: SourceDescription(
      name: "trống.txt", format: .txt, byteCount: 0, sha256: String(repeating: "e", count: 64),
      encoding: "utf-8", paragraphCount: 0),
    metadata: Metadata(), tree: TaskTree(), normalization: [],
    coverage: Coverage(sourceCharacters: 0, placedCharacters: 0, unread: []), diagnostics: [])

  /// A programme of texts that every format has to escape.
  static let odd: Programme = {
    let texts = [
      "He said \"no\", \\ and / and 'yes'", "a\tb\nc\rd\u{8}\u{C}\u{1}\u{1F}\u{7F}",
      "=SUM(A1)", "-1+2", "+84", "@x", "1. không phải mục", "- gạch", "* sao *nghiêng* _gạch_",
      "<script>alert(\"x\")</script> & <b>", "| cột | khác |", "`mã` [liên kết](http://a) ![x](y)",
      "e\u{301} và 𝒜 và 🇻🇳 \u{2028}\u{2029}\u{FEFF}\u{200B}", "", "# không phải đề mục", "ấ;ầ, ẩ",
      "1234567\"", "12345678\"", "]]> --> */ </style>", "2025. năm\n===\n---", "a) nhỏ",
    ]
    var programme = empty
    programme.source.name = "lạ, \"lùng\".txt"
    programme.outline = texts.enumerated().map { place, text in
      Node(
        id: "\(place + 1)", kind: .item,
        marker: Marker(text: "-", style: .dash, ordinal: place + 1, origin: .typed), title: text,
        content: [
          .paragraph(
            Paragraph(
              text: text, location: line(place + 1),
              tasks: [
                ProgrammeTask(
                  id: "\(place + 1)/1", text: text,
                  range: TextRange(0, text.unicodeScalars.count), lead: [text, text])
              ])),
          .table(Table(header: ["a", text], rows: [[text, ""]], location: line(place + 1))),
        ], location: line(place + 1))
    }
    return programme
  }()

  /// All of them, each with a name for the test's title.
  static let all: [Sample] = [
    Sample(name: "everything", programme: everything), Sample(name: "empty", programme: empty),
    Sample(name: "odd", programme: odd),
  ]

  /// A diagnostic of outlining, as that stage words it.
  static let numberingGap = Diagnostic.Kind(
    .warning, "outline.numbering-gap", "{0} follows {1}: a number is missing",
    "{0} đứng sau {1}: thiếu một số")

  /// A paragraph of the main part.
  static func at(_ paragraph: Int) -> Location {
    Location(part: "word/document.xml", paragraph: paragraph)
  }

  /// A line of a text file.
  static func line(_ line: Int) -> Location {
    Location(line: line)
  }
}

/// A programme with a name.
struct Sample: Sendable, CustomTestStringConvertible {
  var name: String
  var programme: Programme
  var testDescription: String { name }
}

extension Samples {
  private static let metadata = Metadata(
    superior: "ĐẢNG BỘ TỈNH AN LẠC", issuer: "HUYỆN ỦY PHÚ MỸ", motto: "ĐẢNG CỘNG SẢN VIỆT NAM",
    number: "139", symbol: "CTr/HU", code: "139-CTr/HU", type: "CHƯƠNG TRÌNH", typeCode: "CTr",
    subject: "Công tác quý IV/2023", place: "Phú Mỹ",
    date: DocumentDate(text: "ngày      tháng 9 năm 2023", edtf: "2023-09"),
    period: Period(text: "quý IV/2023", edtf: "2023-36", start: "2023-10-01", end: "2023-12-31"),
    addressees: ["Các chi bộ, đảng bộ trực thuộc"],
    recipients: ["Ban Thường vụ Tỉnh ủy (b/c)", "Lưu Văn phòng"],
    signature: Signature(
      authority: ["T/M BAN THƯỜNG VỤ"], title: "BÍ THƯ", name: "Nguyễn Văn Bình"),
    security: "MẬT", urgency: "KHẨN", isDraft: true)

  private static let tree = TaskTree(
    lines: zip(DocumentLine.Role.allCases, 1...).map {
      DocumentLine(role: $0, text: "dòng \($0.rawValue)", location: at($1))
    },
    preamble: [.paragraph(bases)], outline: [work, building], closing: [.paragraph(final)],
    appendices: [
      Appendix(
        title: ["PHỤ LỤC I", "Phân công nhiệm vụ"],
        lines: [DocumentLine(role: .rule, text: "-----", location: at(40))],
        signature: Signature(authority: [], title: nil, name: nil),
        preamble: [.paragraph(Paragraph(text: "(Kèm theo Chương trình)", location: at(41)))],
        outline: [
          Node(
            id: "A1.1", kind: .heading,
            marker: Marker(text: "A.", style: .alpha, ordinal: 1, origin: .typed), title: "Bảng",
            content: [.table(assignments)], location: at(42))
        ],
        closing: [.paragraph(Paragraph(text: "Hết.", location: at(60)))])
    ],
    notes: [
      Note(
        id: "1", kind: .footnote,
        content: [.paragraph(Paragraph(text: "Số liệu đến 30/9.", location: at(61)))]),
      Note(id: "e1", kind: .endnote, content: []),
    ])

  private static let bases = Paragraph(
    text: "Căn cứ Kế hoạch số 139-KH/HU ngày 26/6/2023 của Ban Thường vụ Huyện ủy;",
    location: at(6), notes: [NoteMark(id: "1", at: 36)],
    facts: [
      Fact(
        text: "Kế hoạch số 139-KH/HU ngày 26/6/2023", range: TextRange(7, 43),
        value: .reference(
          Reference(
            type: "Kế hoạch", typeCode: "KH", code: "139-KH/HU", number: "139", symbol: "KH/HU",
            date: "2023-06-26", issuer: "Ban Thường vụ Huyện ủy", title: nil))),
      Fact(
        text: "Huyện ủy", range: TextRange(62, 70),
        value: .organization(Name(name: "Huyện ủy", kind: "huyện ủy"))),
    ])

  private static let work = Node(
    id: "1", kind: .heading,
    marker: Marker(text: "I.", style: .roman, ordinal: 1, origin: .automatic),
    title: "NHIỆM VỤ TRỌNG TÂM NĂM 2023",
    facts: [Fact(text: "NĂM 2023", range: TextRange(19, 27), value: .date(edtf: "2023"))],
    children: [
      Node(
        id: "1.1", kind: .item,
        marker: Marker(text: "1.", style: .decimal, ordinal: 1, origin: .typed), title: nil,
        content: [.paragraph(twoTasks)], location: at(8)),
      Node(
        id: "1.2", kind: .runin,
        marker: Marker(text: "3.", style: .decimal, ordinal: 3, origin: .typed),
        title: "Công tác dân vận",
        content: [
          .paragraph(
            Paragraph(
              text: "Tiếp tục phong trào \"Dân vận khéo\" tại xã Hòa An.", location: at(9),
              facts: [
                Fact(
                  text: "phong trào \"Dân vận khéo\"", range: TextRange(9, 34),
                  value: .campaign(Name(name: "Dân vận khéo", kind: "phong trào"))),
                Fact(
                  text: "xã Hòa An", range: TextRange(39, 48),
                  value: .place(Name(name: "Hòa An", kind: "xã"))),
              ],
              tasks: [
                ProgrammeTask(
                  id: "1.2/1", text: "Tiếp tục phong trào \"Dân vận khéo\" tại xã Hòa An.",
                  range: TextRange(0, 49), continuing: true, facts: [0, 1])
              ]))
        ], location: at(9)),
    ], location: at(7))

  private static let twoTasks = Paragraph(
    text: "Giải ngân 12,5 tỷ đồng, đạt 100%. Văn phòng chủ trì, phối hợp các ban báo cáo "
      + "trước ngày 20/11 tăng 16 - 18%/năm.", location: at(8),
    facts: [
      Fact(
        text: "12,5 tỷ đồng", range: TextRange(10, 22),
        value: .quantity(.number(12.5), unit: "tỷ đồng")),
      Fact(text: "100%", range: TextRange(28, 32), value: .quantity(.number(100), unit: "%")),
      Fact(
        text: "ngày 20/11", range: TextRange(84, 94), value: .date(edtf: "XXXX-11-20")),
      Fact(
        text: "16 - 18%/năm", range: TextRange(100, 112),
        value: .quantity(.text("16-18"), unit: "%/năm")),
    ],
    tasks: [
      ProgrammeTask(
        id: "1.1/1", text: "Giải ngân 12,5 tỷ đồng, đạt 100%.", range: TextRange(0, 33),
        facts: [0, 1]),
      ProgrammeTask(
        id: "1.1/2",
        text: "Văn phòng chủ trì, phối hợp các ban báo cáo trước ngày 20/11 tăng 16 - 18%/năm.",
        range: TextRange(34, 113), section: "NHIỆM VỤ", lead: ["Văn phòng"], leadFrom: .sentence,
        cooperating: ["các ban", "Mặt trận"],
        deadline: Deadline(text: "trước ngày 20/11", edtf: "XXXX-11-20"), product: "báo cáo",
        targets: [
          Target(
            indicator: "sản lượng", comparator: .between, value: .text("16-18"), unit: "%/năm",
            by: "2023", range: TextRange(99, 112)),
          Target(
            indicator: "giải ngân", comparator: .equal, value: .number(100), unit: "%",
            range: TextRange(28, 32)),
        ], facts: [2, 3]),
    ])

  private static let building = Node(
    id: "2", kind: .heading, marker: nil, title: nil,
    children: Marker.Style.allCases.enumerated().map { place, style in
      Node(
        id: "2.\(place + 1)", kind: .heading,
        marker: Marker(text: "\(style)", style: style, ordinal: place + 1, origin: .typed),
        title: "Mục \(style)", location: at(10 + place))
    }, location: at(10))

  private static let final = Paragraph(
    text: "Trên đây là Chương trình.", location: Location(part: "word/document.xml", paragraph: 39))

  private static let assignments = Table(
    caption: "Bảng 1", header: ["STT", "Nhiệm vụ", "Thời gian"],
    rows: [["I", "CÔNG TÁC ĐẢNG", ""], ["1", "Tổ chức hội nghị\nsơ kết", "Hằng tháng"]],
    location: at(43), facts: [],
    tasks: [
      ProgrammeTask(
        id: "A1.1/1", text: "Tổ chức hội nghị\nsơ kết", range: nil, section: "CÔNG TÁC ĐẢNG",
        row: 2, number: "1", deadline: Deadline(text: "Hằng tháng", edtf: nil))
    ])
}
