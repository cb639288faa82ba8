import Testing

@testable import BatchConversion

@Suite struct GlobPatternTests {
  @Test(arguments: [
    ("*.docx", "q4.docx"), ("*.docx", "2023/q4.docx"), ("2023/*.docx", "2023/q4.docx"),
    ("2023/**/*.docx", "2023/q4.docx"), ("2023/**/*.docx", "2023/a/b/q4.docx"),
    ("nháp/", "2023/nháp/a.txt"), ("nháp/", "nháp/a/b.txt"), ("/a.txt", "a.txt"),
    ("2023/**", "2023/a/b.txt"), ("q?.txt", "q4.txt"), ("[a-c]*.txt", "b1.txt"),
    ("[!a-c]*.txt", "d1.txt"), ("kế-hoạch*", "x/kế-hoạch-12.docx"), (#"a\*.txt"#, "a*.txt"),
    ("**", "x/y"), ("[]a].txt", "].txt"), ("*a*b*c*", "xxaxxbxxc"),
  ])
  func `a pattern means the path`(_ pattern: String, _ path: String) {
    #expect(GlobPattern(pattern)?.matches(path) == true)
  }

  @Test(arguments: [
    ("*.docx", "q4.docx.bak"), ("2023/*.docx", "2023/a/q4.docx"), ("2023/*.docx", "x/2023/q4.docx"),
    ("nháp/", "nháp.txt"), ("nháp/", "bản-nháp/a.txt"), ("/a.txt", "b/a.txt"), ("q?.txt", "q.txt"),
    ("q?.txt", "q/x.txt"), ("[a-c]*.txt", "d1.txt"), ("[!a-c]*.txt", "b1.txt"),
    (#"a\*.txt"#, "ab.txt"), ("2023/**", "2024/a.txt"), ("**/x", "ax"),
  ])
  func `a pattern does not mean its neighbours`(_ pattern: String, _ path: String) {
    #expect(GlobPattern(pattern)?.matches(path) == false)
  }

  @Test(arguments: ["", "[", "[a", "[!", "a[b/"])
  func `a pattern says something and closes its brackets`(_ pattern: String) {
    #expect(GlobPattern(pattern) == nil)
  }

  @Test(.timeLimit(.minutes(1)))
  func `many stars take no time`() throws {
    let pattern = try #require(GlobPattern(String(repeating: "*a", count: 40) + "b"))
    #expect(!pattern.matches(String(repeating: "a", count: 2000)))
  }
}
