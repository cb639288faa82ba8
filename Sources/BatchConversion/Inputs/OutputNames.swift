internal import ProgrammeExport

/// The names of the results, one for every input, below the output folder.
///
/// ```swift
/// OutputNames(of: ["a.txt", "b.txt", "b.docx"], extension: "json")
/// // a.json, b.txt.json, b.docx.json
/// ```
///
/// An input's extension is replaced. Where two would collide they keep their full names, and where those
/// collide too (files of the same name in two folders that were named) the folder's name goes in front.
struct OutputNames {
  /// The name of each input's result, or `nil` where another input has taken it.
  private(set) var names: [String?] = []

  /// Names the results of inputs; `isTaken` tells the names that something else has.
  init(
    of inputs: [Input], extension fileExtension: String,
    isTaken: (String) -> Bool = { _ in false }
  ) {
    let candidates = inputs.map { input in
      Self.candidates(of: input, fileExtension).filter { !isTaken($0) }
    }
    var taken = Set<[UInt8]>()
    names = DistinctNames(candidates, tellsBytes: true).names.map {
      !$0.isEmpty && taken.insert($0.pathKey).inserted ? $0 : nil
    }
  }

  private static func candidates(of input: Input, _ fileExtension: String) -> [String] {
    let path = input.relativePath
    let names = ["\(Path.withoutExtension(path)).\(fileExtension)", "\(path).\(fileExtension)"]
    guard let root = input.root, root != ".", root != "..", root != "/" else { return names }
    return names + ["\(root)/\(path).\(fileExtension)"]
  }
}
