import Testing
import VietnameseText

struct TonePlacementTests {
  @Test(arguments: [
    ("hòan", "hoàn"), ("tóan", "toán"), ("lựơng", "lượng"), ("baỏ", "bảo"), ("nghìên", "nghiền"),
    ("hùynh", "huỳnh"), ("qúi", "quí"), ("qúy", "quý"), ("gía", "giá"), ("HÒAN", "HOÀN"),
    ("Tòan", "Toàn"), ("thúy", nil), ("cuả", "của"), ("ngoaì", "ngoài"), ("đíêm", "điếm"),
    ("súyt", "suýt"), ("khủyu", "khuỷu"), ("nưã", "nữa"),
  ])
  func `a tone where none can stand is put where it can`(_ word: String, _ wanted: String?) {
    #expect(TonePlacement.corrected(word) == wanted)
  }

  @Test(arguments: [
    "hoà", "hòa", "khoẻ", "khỏe", "thuỷ", "thủy", "uỷ", "ủy", "quý", "quí", "giá", "già", "gì",
    "gìn",
    "giếng", "quyết", "quả", "quốc", "toàn", "hoành", "huýt", "của", "kìa", "núi", "dịu", "báo",
    "khuỷu",
    "ngoài", "ngoéo", "hữu", "nữa", "rượu", "huệ", "thuở", "yếu", "nghiệp", "thuộc", "được", "tuần",
    "đảng", "bộ", "ở", "François", "Đăk", "là", "123", "", "ệ", "Bürger", "dàì", "hòabình",
  ])
  func `a tone that can stand where it stands is left alone`(_ word: String) {
    #expect(TonePlacement.corrected(word) == nil)
  }
}
