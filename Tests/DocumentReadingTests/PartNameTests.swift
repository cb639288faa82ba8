import Testing

@testable import DocumentReading

/// The parts that targets of relationships mean.
@Suite struct PartNameTests {
  @Test(arguments: [
    ("styles.xml", "word/", "word/styles.xml"),
    ("media/image1.png", "word/", "word/media/image1.png"),
    ("/word/a.xml", "word/", "word/a.xml"), ("/a.xml", "", "a.xml"),
    ("word/document.xml", "", "word/document.xml"),
    ("a-b_c.1.xml", "word/", "word/a-b_c.1.xml"),
    // Not plain.
    ("../a.xml", "word/", "a.xml"), ("../../a.xml", "word/", "a.xml"),
    ("./a.xml", "word/", "word/a.xml"),
    ("a/../b.xml", "word/", "word/b.xml"), ("a/..b.xml", "word/", "word/a/..b.xml"),
    (".a.xml", "word/", "word/.a.xml"), ("//a.xml", "word/", "a.xml"),
    ("a//b.xml", "word/", "word/a/b.xml"),
    ("a/", "word/", "word/a"), ("/", "word/", ""), ("", "word/", "word"),
    ("a\\b.xml", "word/", "word/a/b.xml"),
    ("\\word\\a.xml", "word/", "word/a.xml"), ("a%20b.xml", "word/", "word/a b.xml"),
    ("a.xml#b", "word/", "word/a.xml"), ("a.xml?b", "word/", "word/a.xml"),
    ("kế.xml", "word/", "word/kế.xml"),
  ])
  func `a target means a part`(_ target: String, _ folder: String, _ part: String) {
    #expect(PartName.resolve(target, in: folder[...]) == part)
  }
}
