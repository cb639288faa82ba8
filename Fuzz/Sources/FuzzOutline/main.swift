import FrameReading
import FuzzSupport
import MucLuc
import TaskOutlining

/// What a line of a generated document may say.
private let phrases = [
  "I. MỤC TIÊU", "II. NHIỆM VỤ", "V. TỔ CHỨC", "A. PHẦN CHUNG", "B. PHẦN RIÊNG",
  "1. Công tác dân vận",
  "2. Tổ chức thực hiện.", "3. Về kinh tế:", "1.1. Một.", "1.2. Hai.", "a) Một;", "b) Hai;",
  "đ) Năm.",
  "- Rà soát.", "+ Cấp xã.", "* Giải pháp:", "• Mục", "(1) Một", "Điều 1. Ban hành",
  "Điều 2. Thi hành",
  "Chương I", "PHẦN THỨ HAI", "Mục 1", "Nơi nhận:", "- Lưu: VT.", "T/M BAN THƯỜNG VỤ", "BÍ THƯ",
  "Nguyễn Văn An", "Phụ lục I", "(Kèm theo Quyết định số 1/QĐ-UBND)", "CHƯƠNG TRÌNH", "QUYẾT ĐỊNH",
  "Số 05-CTr/HU", "Căn cứ Luật Đất đai;", "như sau:", "“2. Sửa đổi", "5.000 đảng viên", "-----",
  "*", "3",
  "1.", "I.", "TT\tNội dung\tThời gian", "1\tRà soát\tQuý I", "Kính gửi: Các sở", "lI. NỘI DUNG",
  "vụ”.", "của xã và", "UBND XÃ AN LAM    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
  "Nơi nhận:    BÍ THƯ",
  "1. Một: a) Hai; b) Ba; - Bốn:", "Bước 1: Rà soát", "Tiểu mục 1", "1.1.1.1. Sâu:", "a.1) Nhỏ:",
  "- Về trồng trọt:", "\u{C}", "Đã ký", "V/v rà soát", "V/v", "TL. CHỦ TỊCH", "i) Mục chín", "",
]

/// The outliner on generated lists of paragraphs: every byte is a line, its highest bit a label of Word.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  var document = SourceDocument(
    name: "fuzz", format: count % 2 == 0 ? .txt : .docx, encoding: .utf8)
  var visible = 0
  for (line, byte) in UnsafeBufferPointer(start: start, count: count).enumerated() {
    let text = phrases[Int(byte & 0x7F) % phrases.count]
    visible += text.unicodeScalars.count { !$0.properties.isWhitespace }
    var paragraph = SourceParagraph(text: text, location: Location(line: line + 1))
    if byte & 0x80 != 0 {
      paragraph.label = ListLabel(
        text: "\(byte & 7).", level: Int(byte & 0xF), list: Int(byte >> 5 & 1), value: Int(byte & 7)
      )
    }
    document.blocks.append(.paragraph(paragraph))
  }
  let tree = Outliner().outline(
    FrameReader().read(NormalisedDocument(document: document)).value
  ).value
  require(tree.placedCharacters == visible + tree.labelCharacters, "a character is lost")
  require(tree.outline.depth <= 32, "the tree is too deep")
  return 0
}
