internal import ProgrammeModel

/// The styles of a document with their inheritance resolved (ECMA-376 Part 1, 17.7).
///
/// A reader fills it from what its format says, whatever that is; styles name one another by id:
///
/// ```swift
/// let styles = Styles([normal, heading], runDefaults: defaults, paragraphDefaults: .none)
/// styles.base(of: styles.index(ofID: "Heading1"), inTable: nil)
/// ```
///
/// It is shared and never changes: every run looks at it.
final class Styles: Sendable {
  /// One style; in `Styles.list` its properties include those it is based on.
  struct Style {
    /// The name by which paragraphs, runs and other styles refer to it.
    var id = ""
    /// The name that people see.
    var name: String?
    /// Whether it is the default of its kind.
    var isDefault = false
    /// Whether it is a style of paragraphs, not of runs, tables or lists.
    var isParagraphStyle = false
    /// The id of the style that it is based on.
    var basedOn: String?
    /// What it says of runs.
    var run = RunProperties.none
    /// What it says of paragraphs.
    var paragraph = ParagraphProperties.none
    /// Whether a table style draws borders, or `nil` where it does not say.
    var hasBorders: Bool?
  }

  /// The styles in the order of the file.
  let list: [Style]
  /// The style of paragraphs that name none.
  let defaultParagraphStyle: Int32?

  private let indices: [String: Int32]
  private let runDefaults: RunProperties
  private let paragraphDefaults: ParagraphProperties
  /// What the styles say of paragraphs, with the document's defaults.
  private let paragraphs: [ParagraphProperties]

  /// No styles at all.
  static let none = Styles([])

  /// Resolves the inheritance of styles.
  ///
  /// - Parameters:
  ///   - styles: the styles, each with what it says itself.
  ///   - runDefaults: what holds for runs where no style says anything.
  ///   - paragraphDefaults: the same for paragraphs.
  init(
    _ styles: [Style], runDefaults: RunProperties = .none,
    paragraphDefaults: ParagraphProperties = .none
  ) {
    var indices: [String: Int32] = [:]
    for (index, style) in styles.enumerated() {
      indices[style.id] = Int32(truncatingIfNeeded: index)
    }
    self.indices = indices
    self.runDefaults = runDefaults
    self.paragraphDefaults = paragraphDefaults
    list = Self.resolved(styles, indices)
    paragraphs = list.map { $0.paragraph.over(paragraphDefaults) }
    defaultParagraphStyle = list.firstIndex { $0.isDefault && $0.isParagraphStyle }
      .map { Int32(truncatingIfNeeded: $0) }
  }

  /// The index of the style with an id.
  func index(ofID id: String) -> Int32? { indices[id] }

  /// What a style says of runs, with what it is based on.
  func runProperties(of style: Int32) -> RunProperties { list[Int(style)].run }

  /// What a style says of paragraphs, with what it is based on and the document's defaults.
  func paragraphProperties(of style: Int32?) -> ParagraphProperties {
    style.map { paragraphs[Int($0)] } ?? paragraphDefaults
  }

  /// The styles, each with what it has from those that it is based on.
  ///
  /// A style whose chain comes back to itself keeps what was gathered on the way.
  private static func resolved(_ styles: [Style], _ indices: [String: Int32]) -> [Style] {
    var list = styles
    var isResolved = [Bool](repeating: false, count: list.count)
    for start in list.indices where !isResolved[start] {
      var chain: [Int] = []
      var isInChain: Set<Int> = []
      var next: Int? = start
      while let index = next, !isResolved[index], isInChain.insert(index).inserted {
        chain.append(index)
        next = list[index].basedOn.flatMap { indices[$0] }.map(Int.init)
      }
      var base = next.flatMap { isResolved[$0] ? list[$0] : nil }
      for index in chain.reversed() {
        if let base {
          list[index].run = list[index].run.over(base.run)
          list[index].paragraph = list[index].paragraph.over(base.paragraph)
          list[index].hasBorders = list[index].hasBorders ?? base.hasBorders
        }
        isResolved[index] = true
        base = list[index]
      }
    }
    return list
  }
}

extension Styles {
  /// What the runs of a paragraph start from: document defaults, table style, paragraph style.
  func base(of style: Int32?, inTable table: Int32?) -> RunProperties {
    var base = RunProperties.none
    if let table { base = runProperties(of: table) }
    if let style { base = runProperties(of: style).toggled(over: base) }
    // What the document's defaults turn on no style turns off (17.7.3).
    base = base.over(runDefaults)
    base.on.formUnion(runDefaults.on.intersection(.exclusive))
    return base
  }

  /// The look of a run with direct properties in a paragraph.
  func look(of direct: RunProperties, over base: RunProperties) -> RunLook {
    var properties = base
    if let style = direct.style { properties = runProperties(of: style).toggled(over: base) }
    properties = direct.over(properties)
    return RunLook(
      font: properties.font ?? properties.asciiFont,
      style: RunStyle(rawValue: properties.on.intersection(.visible).rawValue),
      isHidden: properties.on.contains(.hidden))
  }
}
