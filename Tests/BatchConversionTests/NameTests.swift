import Testing

@testable import BatchConversion

@Suite struct NameTests {
  @Test(arguments: [
    (["a.txt", "b.docx"], ["a.json", "b.json"]),
    (["a.txt", "a.docx", "b.txt"], ["a.txt.json", "a.docx.json", "b.json"]),
    // The full name of one may be the short name of another.
    (["a.txt", "a.docx", "a.docx.rtf"], ["a.txt.json", "a.docx.json", "a.docx.rtf.json"]),
    (["x/a.txt", "a.docx"], ["x/a.json", "a.json"]),
    (["a", "b.", "đề án.v2.docx"], ["a.json", "b.json", "đề án.v2.json"]),
    (["A.txt", "a.txt"], ["A.json", "a.json"]),
  ])
  func `results are named after their inputs and never collide`(
    _ paths: [String], _ names: [String]
  ) {
    let inputs = paths.map { Input(path: $0, relativePath: $0, root: ".") }
    #expect(OutputNames(of: inputs, extension: "json").names == names)
  }

  @Test func `inputs of one name in two folders are told apart by the folders`() {
    let inputs = ["p", "r"].map { Input(path: "\($0)/x.txt", relativePath: "x.txt", root: $0) }
    #expect(
      OutputNames(of: inputs, extension: "json").names == ["p/x.txt.json", "r/x.txt.json"])
  }

  @Test func `what cannot be told apart has no name`() {
    let inputs = ["p/x.txt", "q/x.txt"].map { Input(file: $0) }
    #expect(OutputNames(of: inputs, extension: "json").names == ["x.txt.json", nil])
  }

  @Test(arguments: [
    (["x/y/a.txt", "x/y/z/b.txt"], ["a.txt", "z/b.txt"]), (["/a.txt"], ["a.txt"]),
    (["x/a.txt", "y/a.txt"], ["x/a.txt", "y/a.txt"]), (["x/a", "x/a/b"], ["a", "a/b"]),
    (["x//y/a.txt", "x/y/b.txt"], ["a.txt", "b.txt"]), (["-", "x/a.txt"], ["-", "x/a.txt"]),
    ([], []),
  ])
  func `a folder that all share is left out`(_ paths: [String], _ rest: [String]) {
    #expect(Path.withoutSharedFolder(paths) == rest)
  }

  @Test(arguments: [
    ("a/b.txt", "b.txt", "a", "txt"), ("b.TXT", "b.TXT", ".", "txt"), ("/b", "b", "/", ""),
    ("a/b/", "b", "a", ""), ("a/.hidden", ".hidden", "a", ""), ("a.b/c", "c", "a.b", ""),
    ("/", "/", "/", ""), ("a//b.c.d", "b.c.d", "a/", "d"),
  ])
  func `paths are cut`(_ path: String, _ name: String, _ folder: String, _ fileExtension: String) {
    #expect(Path.name(of: path) == name)
    #expect(Path.folder(of: path) == folder)
    #expect(Path.fileExtension(of: path) == fileExtension)
  }
}
