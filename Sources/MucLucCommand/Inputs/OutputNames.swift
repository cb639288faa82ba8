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

  /// Names the results of inputs.
  init(of inputs: [Input], extension fileExtension: String) {
    var heights = [Int](repeating: 0, count: inputs.count)
    var candidates = inputs.map { Self.candidates(of: $0, fileExtension) }
    // Raising one may make it collide with another, so this goes on until nothing moves; every name
    // rises twice at most.
    var movesOn = true
    while movesOn {
      movesOn = false
      var owners: [String: [Int]] = [:]
      for index in inputs.indices {
        owners[candidates[index][heights[index]], default: []].append(index)
      }
      for group in owners.values where group.count > 1 {
        for index in group where heights[index] + 1 < candidates[index].count {
          heights[index] += 1
          movesOn = true
        }
      }
    }
    var taken = Set<String>()
    names = inputs.indices.map { index in
      let name = candidates[index][heights[index]]
      return taken.insert(name).inserted ? name : nil
    }
    candidates.removeAll()
  }

  private static func candidates(of input: Input, _ fileExtension: String) -> [String] {
    let path = input.relativePath
    let names = ["\(Path.withoutExtension(path)).\(fileExtension)", "\(path).\(fileExtension)"]
    guard let root = input.root, root != ".", root != "..", root != "/" else { return names }
    return names + ["\(root)/\(path).\(fileExtension)"]
  }
}
