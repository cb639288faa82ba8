import Testing
import VietnameseText

struct SearchKeyTests {
  @Test(arguments: [
    ("Quí IV", "QUÝ IV"), ("hoà bình", "hòa bình"), ("thuỷ lợi", "THỦY LỢI"),
    ("kĩ thuật", "kỹ thuật"),
    ("lí luận", "lý luận"), ("tỉ lệ", "tỷ lệ"),
  ])
  func `spellings of one word have one key`(_ one: String, _ other: String) {
    #expect(SearchKey(one) == SearchKey(other))
  }

  @Test(arguments: [
    ("tay", "tai"), ("thuý", "thúi"), ("quay", "quai"), ("má", "mà"), ("ma", "mă"), ("lý", "lỳ"),
  ])
  func `other words have other keys`(_ one: String, _ other: String) {
    #expect(SearchKey(one) != SearchKey(other))
  }
}
