import TestSupport
import Testing
import VietnameseText

@testable import DocumentLines

@Suite struct `Markers at the start of a line` {
  /// The likeliest reading: family, number, and the text behind it.
  private func reading(_ line: String) -> String? {
    let text = FoldedText(line)
    guard let marker = MarkerReader(text: text).candidates().first else { return nil }
    let words = text.slice(line, marker.textStart..<text.count)
    return "\(marker.family.traits.style) \(marker.ordinal): \(words)"
  }

  @Test(arguments: [
    ("PHẦN THỨ BA – VIỆC LÀM", "part 3: VIỆC LÀM"),
    ("Phần III/", "part 3: "),
    ("Chương II", "chapter 2: "),
    ("Chương III  VIỆC CỦA ẤP", "chapter 3: VIỆC CỦA ẤP"),
    ("Chương IV Việc của xã", "chapter 4: Việc của xã"),
    ("Phần thứ nhất TÌNH HÌNH", "part 1: TÌNH HÌNH"),
    ("Phần I VIỆC LÀM", "part 1: VIỆC LÀM"),
    ("Mục 1 VIỆC NHÀ", "section 1: VIỆC NHÀ"),
    ("Mục 1. Việc nhà", "section 1: Việc nhà"),
    ("Tiểu mục 2", "subsection 2: "),
    ("Điều 12a. Sổ ấp", "article 12: Sổ ấp"),
    ("A. VIỆC CHUNG", "alpha 1: VIỆC CHUNG"),
    ("B) Việc riêng", "alpha 2: Việc riêng"),
    ("II- Đắp bờ", "roman 2: Đắp bờ"),
    ("III.Khơi kênh", "roman 3: Khơi kênh"),
    ("IV/ / Trồng tre", "roman 4: Trồng tre"),
    ("lI. KINH PHÍ", "roman 2: KINH PHÍ"),
    ("1. Gieo mạ", "decimal 1: Gieo mạ"),
    ("12/- Gặt lúa", "decimal 12: Gặt lúa"),
    ("3.Phơi thóc", "decimal 3: Phơi thóc"),
    ("1.2. Chọn giống", "compound 2: Chọn giống"),
    ("10.4.3 Ủ phân", "compound 3: Ủ phân"),
    ("I.1. Việc đồng", "compound 1: Việc đồng"),
    ("đ) Đào giếng", "letter 5: Đào giếng"),
    ("b, Xây bể", "letter 2: Xây bể"),
    ("a- Quy hoạch", "letter 1: Quy hoạch"),
    ("a - những quy định chung", "alpha 1: những quy định chung"),
    ("a.1) Lợp nhà", "letter 1: Lợp nhà"),
    ("(2) Kê bàn", "parenthesis 2: Kê bàn"),
    ("(b) Kê ghế", "parenthesis 2: Kê ghế"),
    ("- Quét sân", "dash 0: Quét sân"),
    ("- Chánh/Phó Chánh Văn phòng", "dash 0: Chánh/Phó Chánh Văn phòng"),
    ("- GĐ/Phó GĐ Sở", "dash 0: GĐ/Phó GĐ Sở"),
    ("–Quét sân", "dash 0: Quét sân"),
    ("+ Quét ngõ", "plus 0: Quét ngõ"),
    ("* Quét chợ:", "star 0: Quét chợ:"),
    ("\u{F0B7}\tQuét đường", "dot 0: Quét đường"),
    ("o Quét bến", "dot 0: Quét bến"),
    ("Bước 2: Ghi tên", "other 2: Ghi tên"),
    ("Tiêu chí 4. Sạch ngõ", "other 4: Sạch ngõ"),
  ])
  func `a marker is told with its number and its text`(_ line: String, _ expected: String) {
    #expect(reading(line) == expected)
  }

  @Test(arguments: [
    "5.000 gốc dừa", "2029. Sau đó ghi sổ", "12,5 tỷ đồng", "01/01/2031 - 01/02/2031", "20/11",
    "V/v ban hành Đề án", "K/T TRƯỞNG ẤP", "- HD/BTCHU ngày 03/4/2031",
    "- CTr/ThU ngày 03/4/2031", "Chương II Luật Đất đai", "Mục 2 Chương III của Quy chế",
    "Chương V này đã bỏ", "Mục 3 Kế hoạch của ấp.", "-KH/HU", "-----", "- - -",
    "*", "-o0o-", "V.I. Lênin", "Điều 5 của Luật", "Mục 2 của Kế hoạch", "Phần lớn bà con",
    "Chương trình làm việc", "o dưới thôn", "a, b và c", "3, 4 hộ", "(tiếp theo)", "[1] Ghi chú",
    "50% số hộ", "2030 - 2034", "“2. Ấp lập sổ.", "Bước đầu: ghi tên", "Kế hoạch 1. Một",
    "a-b là hai", "d- e",
    "1", "",
  ])
  func `text that only looks like a marker is left alone`(_ line: String) {
    #expect(reading(line) == nil)
  }
}
