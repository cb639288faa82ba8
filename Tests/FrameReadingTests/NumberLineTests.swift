@testable import FrameReading
import VietnameseLanguage
import Testing

struct NumberLineTests {
  @Test(arguments: [
    // Party: a hyphen between number and type
    ("Số 127-QĐ/TW", "127", "QĐ/TW", "127-QĐ/TW"), ("Số 05-NQ/ĐU", "05", "NQ/ĐU", "05-NQ/ĐU"),
    ("Số: 36-HD/VPTW", "36", "HD/VPTW", "36-HD/VPTW"),
    ("Số : 139 - KH/HU", "139", "KH/HU", "139-KH/HU"),
    ("Số 08 –HD/BTCTU", "08", "HD/BTCTU", "08-HD/BTCTU"),
    ("38 - HD/BTCTW", "38", "HD/BTCTW", "38-HD/BTCTW"),
    ("Số 12\u{2011}BC/ĐUK", "12", "BC/ĐUK", "12-BC/ĐUK"),
    ("Số 05-QC/BTCTU\u{2011}BDVTU", "05", "QC/BTCTU-BDVTU", "05-QC/BTCTU-BDVTU"),
    ("Số 24-BS/UBKTTU", "24", "BS/UBKTTU", "24-BS/UBKTTU"),
    ("Số 06-Ctr/TU", "06", "Ctr/TU", "06-Ctr/TU"), ("Số 72-NQ-TW", "72", "NQ-TW", "72-NQ-TW"),
    ("Số 1172a-QĐ/TU", "1172a", "QĐ/TU", "1172a-QĐ/TU"),
    ("Số 357-CV/BTCTU", "357", "CV/BTCTU", "357-CV/BTCTU"),
    ("SỐ 18-BB/ĐH", "18", "BB/ĐH", "18-BB/ĐH"), ("Số 06HD/TW", "06", "HD/TW", "06HD/TW"),
    // State: a stroke
    ("Số: 15/QĐ-BNV", "15", "QĐ-BNV", "15/QĐ-BNV"),
    ("Số:  256 /2004/QĐ-UB", "256", "2004/QĐ-UB", "256/2004/QĐ-UB"),
    ("Số: 12/2023/QĐ-UBND", "12", "2023/QĐ-UBND", "12/2023/QĐ-UBND"),
    ("Số: 12/UBND-VX", "12", "UBND-VX", "12/UBND-VX"),
    ("SỐ:  120 /2002/TT-BTC", "120", "2002/TT-BTC", "120/2002/TT-BTC"),
    ("SỐ:    99/ 1998/TT-BTC", "99", "1998/TT-BTC", "99/1998/TT-BTC"),
    ("Số:82/2025/TT-NHNN", "82", "2025/TT-NHNN", "82/2025/TT-NHNN"),
    ("Số: 837 / QĐ - BKH", "837", "QĐ-BKH", "837/QĐ-BKH"),
    ("Số: 40   /2000/TT/BTC", "40", "2000/TT/BTC", "40/2000/TT/BTC"),
    ("…05…./2006/ QĐ-UBND", "05", "2006/QĐ-UBND", "05/2006/QĐ-UBND"),
    ("Số: 63 /2025/QĐ-CTUBND", "63", "2025/QĐ-CTUBND", "63/2025/QĐ-CTUBND"),
    ("Luật số: 33/2024/QH15", "33", "2024/QH15", "33/2024/QH15"),
    ("Nghị quyết số: 105/2025/UBTVQH15", "105", "2025/UBTVQH15", "105/2025/UBTVQH15"),
    ("Số: 66.15/2026/NQ-CP", "66.15", "2026/NQ-CP", "66.15/2026/NQ-CP"),
    ("Số: 30a/2008/NQ-CP", "30a", "2008/NQ-CP", "30a/2008/NQ-CP"),
    ("Số: 07/VBHN-VPQH", "07", "VBHN-VPQH", "07/VBHN-VPQH"),
    ("Số: 17/QĐ.UB", "17", "QĐ.UB", "17/QĐ.UB"),
    ("Số: 88/QĐ_BKHCN", "88", "QĐ_BKHCN", "88/QĐ_BKHCN"), ("Số: 8/TTr", "8", "TTr", "8/TTr"),
    ("Số: 11/KH-SGD&ĐT", "11", "KH-SGD&ĐT", "11/KH-SGD&ĐT"),
    (
      "Số 120/2000/TTLT-BTC-BCN-TCHQ ngày 25 tháng 12 năm 2000", "120", "2000/TTLT-BTC-BCN-TCHQ",
      "120/2000/TTLT-BTC-BCN-TCHQ"
    ),
    ("Số: 28/2003/NĐ-CP, ngày 31/3/2003", "28", "2003/NĐ-CP", "28/2003/NĐ-CP"),
    ("Số: 41/QĐ-UB - Hà Sơn, ngày 5", "41", "QĐ-UB", "41/QĐ-UB"),
    ("VĂN BẢN SỐ 94/2024/NĐ-CP 24/07/2024", "94", "2024/NĐ-CP", "94/2024/NĐ-CP"),
    ("Thông tư số 90TC/TCT", "90", "TC/TCT", "90TC/TCT"),
    ("Số 60 TC/CĐKT", "60", "TC/CĐKT", "60TC/CĐKT"), ("số: 12/qđ-ub", "12", "qđ-ub", "12/qđ-ub"),
    ("Số ký hiệu: 14/BC-TTr.", "14", "BC-TTr", "14/BC-TTr"),
    ("Số: 05./KH-UBND", "05", "KH-UBND", "05/KH-UBND"),
  ])
  func `number, symbol and code are read from every form of the line`(
    _ line: String, _ number: String, _ symbol: String, _ code: String
  ) {
    let read = NumberLine(line, in: .standard)
    #expect(read?.number == number)
    #expect(read?.symbol == symbol)
    #expect(read?.code == code)
  }

  @Test(arguments: [
    ("Số      -CTr/HU", "CTr/HU"), ("Số       -KH/CB", "KH/CB"), ("Số ….- KH/CB", "KH/CB"),
    ("Số -HD/BTCTU", "HD/BTCTU"), ("Số:       /QĐ-UBND", "QĐ-UBND"), ("Số: …/KH-UBND", "KH-UBND"),
    ("Số: ..... /BC-UBND", "BC-UBND"), ("Số :          /QĐ. BQL–VP", "QĐ.BQL-VP"),
    ("Số: ______/TTr-SNV", "TTr-SNV"), ("Số:      /2023/NQ-HĐND", "2023/NQ-HĐND"),
    ("Số:     /     /QĐ-UBND", "QĐ-UBND"), ("Số:/CT-UB", "CT-UB"), ("Số: 0…/KH-UBND", "KH-UBND"),
    ("Số:    /20…/QĐ-UBND", "20…/QĐ-UBND"),
  ])
  func `a number left blank is none, its symbol stays`(_ line: String, _ symbol: String) {
    let read = NumberLine(line, in: .standard)
    #expect(read != nil)
    #expect(read?.number == nil)
    #expect(read?.code == nil)
    #expect(read?.symbol == symbol)
  }

  @Test(arguments: ["Số:", "Số", "Số: ……", "Luật số:"])
  func `a line with nothing but its label has neither number nor symbol`(_ line: String) {
    let read = NumberLine(line, in: .standard)
    #expect(read != nil)
    #expect(read?.number == nil)
    #expect(read?.symbol == nil)
  }

  @Test(arguments: [
    "", "Số điện thoại", "số hộ nghèo giảm 05%", "V/v ban hành", "Dự thảo lần 2", "BỘ TÀI CHÍNH",
    "Số lượng: 12", "một số điều", "Hà Nội, ngày 3", "Sổ 12-QĐ/TW", "XV80",
  ])
  func `a line that holds no number is not read`(_ line: String) {
    #expect(NumberLine(line, in: .standard) == nil)
  }

  @Test(arguments: [
    ("Số 139-KH/HU", DocumentType.Side.party, "KH"), ("Số: 15/QĐ-BNV", .state, "QĐ"),
    ("Số: 256/2004/QĐ-UB", .state, "QĐ"), ("Số: 17/QĐ.UB", .state, "QĐ"),
    ("Số: 33/2024/QH15", .state, "QH15"),
  ])
  func `the mark behind the number tells the side, the first letters the type`(
    _ line: String, _ side: DocumentType.Side, _ type: String
  ) {
    #expect(NumberLine(line, in: .standard)?.side == side)
    #expect(NumberLine(line, in: .standard)?.typeSlot.map(String.init) == type)
  }
}
