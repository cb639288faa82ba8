import ProgrammeModel
import Testing

@testable import FactExtraction

struct IssuerTests {
  private func issuer(_ text: String) -> String? {
    var reader = FactReader()
    for fact in reader.facts(in: text) {
      if case .reference(let reference) = fact.value { return reference.issuer }
    }
    return nil
  }

  @Test(
    arguments: [
      ("Ban chỉ đạo Trung ương về cải cách tư pháp", "Ban chỉ đạo Trung ương"),
      (
        "Ban chỉ đạo Trung ương phòng, chống tham nhũng, tiêu cực",
        "Ban chỉ đạo Trung ương phòng, chống tham nhũng, tiêu cực"
      ), ("Ban chỉ đạo phòng, chống tội phạm tỉnh", "Ban chỉ đạo phòng, chống tội phạm tỉnh"),
      ("Ban chỉ đạo ban hành quy chế", "Ban chỉ đạo"),
      ("Bộ Nội vụ hướng dẫn đánh giá công chức", "Bộ Nội vụ"),
      ("Sở Y tế phòng ngừa dịch bệnh", "Sở Y tế"),
    ])
  func `the name of an issuer ends where it is complete`(_ words: String, _ name: String) {
    #expect(issuer("Thực hiện Kế hoạch số 12/KH-BCĐ ngày 02/3/2026 của \(words).") == name)
  }
}
