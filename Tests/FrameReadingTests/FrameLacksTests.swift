import ProgrammeModel
import Testing

@testable import DocumentLines

@Suite struct `What a frame lacks` {
  private static let head = "UBND XÃ AN HÒA\nSố: 12/KH-UBND\nAn Hòa, ngày 5 tháng 3 năm 2031\n"
  private static let text = "\n1. Đào hố.\n2. Trồng tre.\n"
  private static let signature = "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn An"

  private func lacks(_ page: String) -> [String] {
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let found = Documents.frame(lines).value.lacks
    #expect(found.allSatisfy { $0.severity == .warning && $0.location != nil })
    return found.map(\.code)
  }

  @Test(arguments: [
    ("\(head)ĐƠN TRỒNG TRE\(text)\(signature)", ["extract.unknown-type"]),
    ("\(head)\(text)\(signature)", ["extract.unknown-type"]),
    ("KẾ HOẠCH\nTrồng tre\(text)\(signature)", ["extract.no-letterhead"]),
    ("\(head)KẾ HOẠCH\nTrồng tre\(text)", ["extract.unsigned"]),
    (
      "\(head)KẾ HOẠCH\nTrồng tre\(text)TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n(Đã ký)",
      ["extract.unsigned"]
    ),
    (
      "1. Đào hố.\n2. Trồng tre.",
      ["extract.unknown-type", "extract.no-letterhead", "extract.unsigned"]
    ),
  ])
  func `what is lacking is known`(_ page: String, _ codes: [String]) {
    #expect(lacks(page) == codes)
  }

  @Test(arguments: [
    "\(head)KẾ HOẠCH\nTrồng tre\(text)\(signature)",
    "\(head)V/v trồng tre\nKính gửi: Các ấp.\(text)\(signature)",
    "PHỤ LỤC I\nDANH MỤC VIỆC TRỒNG TRE\(text)",
    "DANH MỤC VIỆC TRỒNG TRE\n(Kèm theo Kế hoạch số 4/KH-UBND)\(text)",
    "LỊCH LÀM VIỆC\nTuần 3 tháng 5 năm 2031\(text)", "LỊCH TRỰC TẾT\(text)",
    "Phần II. VIỆC CỦA CÁC ẤP\(text)",
  ])
  func `nothing is lacking, or nothing is wanted`(_ page: String) {
    #expect(lacks(page) == [])
  }
}
