import DocumentLines
import ProgrammeModel
import Testing
import VietnameseLanguage

/// A word that is added to the vocabulary is known wherever the frame asks for its like.
@Suite struct `Words that are added` {
  private let plan = [
    "UBND XÃ AN HÒA", "Số: 12/KH-UBND", "An Hòa, ngày 3 tháng 2 năm 2031", "KẾ HOẠCH",
    "Trồng tre", "Cả xã trồng tre.", "1. Đào hố.", "2. Trồng tre.",
  ]

  @Test func `a position and a surname`() {
    let signature = ["TM. UBND XÃ", "BẢO QUẢN VIÊN", "QUYẾN VĂN AN"]
    let lexicon = Lexicon(adding: [
      Lexicon.Row("bảo quản viên", .position), Lexicon.Row("quyến", .surname),
    ])
    #expect(
      Documents.frame(plan + signature, lexicon).value.metadata.signature
        == Signature(authority: ["TM. UBND XÃ"], title: "BẢO QUẢN VIÊN", name: "QUYẾN VĂN AN"))
    #expect(
      Documents.frame(plan + signature).value.metadata.signature
        == Signature(
          authority: ["TM. UBND XÃ BẢO QUẢN VIÊN QUYẾN VĂN AN"], title: nil, name: nil))
  }

  @Test func `a type of document, a motto and a body`() {
    let letterhead = [
      "HỢP PHƯỜNG XÓM ĐÔNG", "CÙNG LÀM CÙNG HƯỞNG", "Số: 5/HP", "KHOÁN ƯỚC", "Chia nước ruộng",
      "1. Chia đều.",
    ]
    let lexicon = Lexicon(
      adding: [Lexicon.Row("hợp phường", .bodyLine), Lexicon.Row("cùng làm cùng hưởng", .motto)],
      documentTypes: [
        DocumentType(
          "khoán ước", party: nil, state: "KƯ", archive: "32", heads: true, isLaw: false)
      ])
    let known = Documents.frame(letterhead, lexicon).value.metadata
    #expect(known.motto == "CÙNG LÀM CÙNG HƯỞNG")
    #expect(known.issuer == "HỢP PHƯỜNG XÓM ĐÔNG")
    #expect(known.typeCode == "KƯ")
    let unknown = Documents.frame(letterhead).value.metadata
    #expect(unknown.motto == nil)
    #expect(unknown.typeCode == nil)
  }
}
