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

  @Test(
    arguments: [
      ("Nghị quyết số 18, 19 của Hội Thả diều", ["Hội Thả diều", "Hội Thả diều"]),
      (
        "Nghị quyết số 4, số 5 và số 6 của Hội Thả diều",
        [
          "Hội Thả diều", "Hội Thả diều", "Hội Thả diều",
        ]
      ),
      ("Nghị quyết số 18, 19 và Chỉ thị số 7 của Hội Thả diều", [nil, nil, "Hội Thả diều"]),
      (
        "Nghị quyết số 18 của Hội Nặn tò he; Nghị quyết số 19 của Hội Thả diều",
        [
          "Hội Nặn tò he", "Hội Thả diều",
        ]
      ),
    ])
  func `every document of a list of bare numbers has its issuer`(
    _ text: String, _ issuers: [String?]
  ) {
    var reader = FactReader()
    let found = reader.facts(in: "Thực hiện " + text + ".").compactMap { fact -> String?? in
      guard case .reference(let reference) = fact.value else { return nil }
      return .some(reference.issuer)
    }
    #expect(found == issuers)
  }
}
