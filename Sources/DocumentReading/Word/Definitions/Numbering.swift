/// The lists of a document (ECMA-376 Part 1, 17.9).
///
/// Paragraphs name an *instance* (`w:num`, in binary files an LFO); instances share the counters of the
/// *abstract* list they point to and may replace some of its levels. A reader fills both from its format:
///
/// ```swift
/// let numbering = Numbering([list], [Numbering.Instance(id: 1, abstractID: list.id)])
/// ```
///
/// Like the styles it is shared and never changes.
final class Numbering: Sendable {
  /// A list with its nine levels (`w:abstractNum`).
  struct Abstract {
    /// The number by which instances refer to it.
    var id = 0
    /// The name by which `LISTNUM` fields refer to it.
    var name: String?
    /// Its levels; those that it does not define are `nil`.
    var levels = [ListLevel?](repeating: nil, count: Numbering.levelCount)
    /// The numbering style that this list defines.
    var styleLink: String?
    /// The numbering style whose list this one borrows.
    var numberingStyleLink: String?
  }

  /// A use of a list (`w:num`).
  struct Instance {
    /// The number by which paragraphs refer to it; 0 stands for no list.
    var id = 0
    /// The id of its list.
    var abstractID = -1
    /// The list, an index into `abstracts`; set by `Numbering`.
    var abstract = 0
    /// Levels that replace the list's own.
    var levels = [ListLevel?](repeating: nil, count: Numbering.levelCount)
    /// Numbers to start from, once.
    var starts = [Int?](repeating: nil, count: Numbering.levelCount)
    /// Whether it replaces a level or a start.
    var hasOverrides = false
  }

  /// Word's lists have nine levels.
  static let levelCount = 9

  /// How far lists are counted.
  let largestNumber: Int
  /// The lists.
  let abstracts: [Abstract]
  /// Their uses; those that name no list are left out.
  let instances: [Instance]

  private let instanceIndices: [Int: Int]

  /// No lists at all.
  static let none = Numbering([], [])

  /// Ties instances to their lists and follows the links through numbering styles.
  init(
    _ abstracts: [Abstract], _ instances: [Instance],
    largestNumber: Int = ReadingLimits().listNumber
  ) {
    var byID: [Int: Int] = [:]
    var byStyle: [String: Int] = [:]
    for (index, abstract) in abstracts.enumerated() {
      if byID[abstract.id] == nil { byID[abstract.id] = index }
      if let style = abstract.styleLink { byStyle[style] = index }
    }
    var tied: [Instance] = []
    var indices: [Int: Int] = [:]
    for var instance in instances {
      guard var index = byID[instance.abstractID] else { continue }
      // A link leads to the list that has the levels; a list that links to itself has none.
      if let style = abstracts[index].numberingStyleLink, let linked = byStyle[style] {
        index = linked
      }
      instance.abstract = index
      if indices[instance.id] == nil { indices[instance.id] = tied.count }
      tied.append(instance)
    }
    self.abstracts = abstracts
    self.instances = tied
    self.largestNumber = largestNumber
    instanceIndices = indices
  }

  /// The index of the instance with an id.
  func instance(withID id: Int) -> Int? { instanceIndices[id] }

  /// A level as an instance has it, or `nil` where the list does not define it.
  func level(_ level: Int, of instance: Int) -> ListLevel? {
    instances[instance].levels[level] ?? abstracts[instances[instance].abstract].levels[level]
  }

  /// The level that stands for a paragraph style in an instance's list.
  func level(forStyle style: String, of instance: Int) -> Int? {
    (0..<Self.levelCount).first { level($0, of: instance)?.paragraphStyle == style }
  }

  /// The list with a name, for `LISTNUM` fields.
  func abstract(named name: String) -> Int? { abstracts.firstIndex { $0.name == name } }

  /// An instance of an abstract list.
  func instance(of abstract: Int) -> Int? { instances.firstIndex { $0.abstract == abstract } }
}
