import Testing
import VietnameseText

struct SearchKeyTests {
  @Test(arguments: [
    ("NƯỚC SẠCH", "nuoc sach"), ("nưóc sạch", "nuoc sach"), ("Đảng viên", "dang vien"),
    ("hoà bình", "hoa binh"), ("hòa bình", "hoa binh"), ("thuỷ lợi", "thuy loi"),
    ("kỹ thuật", "ki thuat"), ("kĩ thuật", "ki thuat"), ("LÝ LUẬN", "li luan"),
    ("lí luận", "li luan"),
    ("tỷ lệ", "ti le"), ("Quí IV", "qui iv"), ("QUÝ IV", "qui iv"), ("mỹ, sỹ; hy", "mi, si; hi"),
    ("05/NQ-HĐND – “số”", "05/nq-hdnd – “so”"), ("café Ölçü", "cafe Ölçü"), ("", ""),
  ])
  func `a key has no marks, and one spelling of words that have two`(_ text: String, _ key: String)
  {
    #expect(SearchKey.of(text) == key)
  }

  @Test(arguments: [
    ("tài", "tây"), ("hai", "hay"), ("tay", "tai"), ("thúy", "thúi"), ("quay", "quai"),
    ("thy", "thi"), ("chy", "chi"), ("quynh", "quinh"), ("y", "i"), ("ky1", "ki1"),
    ("kys", "kis"), ("ny", "ni"),
  ])
  func `other words have other keys`(_ one: String, _ other: String) {
    #expect(SearchKey.of(one) != SearchKey.of(other))
  }
}
