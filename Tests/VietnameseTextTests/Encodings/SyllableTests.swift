import Testing

@testable import VietnameseText

struct SyllableTests {
  @Test(
    arguments: ("quyết định nghiêng giếng gì giữ khuya khuỷu hoà hòa thuỷ thủy quốc quý quí ngoằn ngoèo rượu "
      + "yêu yến ước Ủy ỨNG ý ạ uống thuở huênh khuếch quảng nguyễn đường ưu gia giặt")
      .split(separator: " ").map(String.init))
  func `syllables are valid`(_ word: String) {
    #expect(Syllable.isValid(word))
  }

  @Test(
    arguments: ("quyÕt thuôc hoâ mă ả̃ hộià đưc tệk naïve façade über señor Đại-hội bộà học1 ưc tŕnh "
      + "ýi nghâ ươ côm̀ zô fố ằ")
      .split(separator: " ").map(String.init) + [""])
  func `look-alikes are not`(_ word: String) {
    #expect(!Syllable.isValid(word))
  }

  static let sentences = [
    "Căn cứ Nghị quyết của Hội đồng nhân dân huyện về nhiệm vụ phát triển kinh tế - xã hội",
    "Tiếp tục đẩy mạnh công tác tuyên truyền, vận động nhân dân chấp hành chủ trương của Đảng",
    "Giao Phòng Tài chính - Kế hoạch chủ trì, phối hợp với các đơn vị liên quan tổ chức thực hiện",
  ]

  @Test(arguments: sentences, LegacyEncoding.allCases)
  func `the encoding of a sentence scores best`(_ text: String, _ encoding: LegacyEncoding) throws {
    var text = text
    if encoding.lacksCapitals { text = text.lowercased() }
    let bytes = try #require(encoding.encode(text))
    let legacy = LegacyText(bytes.map { UInt32($0) })
    let own = EncodingEvidence(of: legacy, as: encoding).score
    #expect(own >= 0.3)
    for other in LegacyEncoding.allCases where other != encoding {
      // VN1 and VN2 hold every letter of TCVN3.
      if [.tcvn3, .vn1, .vn2].contains(encoding) && [.tcvn3, .vn1, .vn2].contains(other) {
        continue
      }
      #expect(EncodingEvidence(of: legacy, as: other).score < own - 0.1, "\(other)")
    }
    #expect(EncodingEvidence(of: legacy, as: nil).score < own - 0.1)
  }

  @Test(arguments: [
    "Le président de la République française a déclaré que la nécessité était là",
    "Die Bürger müssen über größere Öffnung für Straßen überlegen",
    "El señor presidente habló también de la situación económica en España",
    "The café's naïve façade costs £20 – not “cheap”",
  ])
  func `other languages are no Vietnamese in any encoding`(_ text: String) {
    let legacy = LegacyText(text)
    for encoding in LegacyEncoding.allCases where encoding != .viqr {
      #expect(EncodingEvidence(of: legacy, as: encoding).score < 0.3, "\(encoding)")
    }
  }
}
