import Foundation
import TestSupport
import Testing
import VietnameseLanguage
import VietnameseText

struct DocumentTypeTests {
  @Test(arguments: [
    ("CHƯƠNG TRÌNH", "chương trình"), ("Chương trình  hành động", "chương trình hành động"),
    ("Thông báo kết luận số 05-TB/TU", "thông báo kết luận"), ("Quyết định số 256", "quyết định"),
    ("Bản thoả thuận", "bản thỏa thuận"), ("Luật Đất đai năm 2013", "luật"),
    ("Nghị quyết liên tịch số 01", "nghị quyết liên tịch"), ("CÔNG\u{A0}VĂN", "công văn"),
  ])
  func `the longest type word is found whatever its case and blanks`(
    _ text: String, _ word: String
  ) {
    #expect(FoldedText(text).documentType(in: .standard)?.type.word == word)
  }

  @Test(arguments: [
    "", "Chương", "quyết địnhs", "chương  trìn", "Ban Chấp hành", "lệnhs", "kế", "Tình hình", "QĐ",
  ])
  func `other words are no type`(_ text: String) {
    #expect(FoldedText(text).documentType(in: .standard) == nil)
  }

  @Test func `a place inside a word or outside the text holds no type`() {
    let text = FoldedText("xquyết định")
    for index in [-1, 1, 11, 12] { #expect(text.documentType(in: .standard, at: index) == nil) }
  }

  @Test(
    arguments: [
      ("QUY ĐỊNH", "QĐi", "QyĐ"), ("quyết định", "QĐ", "QĐ"), ("Thông tri", "TT", nil),
      ("Thông tư", nil, "TT"), ("CHƯƠNG TRÌNH", "CTr", "CTr"), ("Công văn", "CV", nil),
      ("Luật", nil, nil),
    ] as [(String, String?, String?)])
  func `each side has its own code of a type`(_ word: String, _ party: String?, _ state: String?) {
    let type = Lexicon.standard.documentType(named: word)
    #expect(type != nil)
    #expect(type?.code(for: .party) == party)
    #expect(type?.code(for: .state) == state)
  }

  @Test(arguments: ["Kế hoạch số 5", "Chương trình công tác", "", "số"])
  func `a word with more behind it names no type`(_ text: String) {
    #expect(Lexicon.standard.documentType(named: text) == nil)
  }

  @Test func `the committed vocabulary is what the tables make`() throws {
    let check = Process()
    check.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    check.arguments = [
      "python3", Fixtures.project.appendingPathComponent("Scripts/generate-vocabulary").path,
      "--check",
    ]
    let output = Pipe()
    check.standardOutput = output
    try check.run()
    let stale = output.fileHandleForReading.readDataToEndOfFile()
    check.waitUntilExit()
    #expect(check.terminationStatus == 0, "run Scripts/generate-vocabulary: \(stale)")
  }
}
