internal import ProgrammeModel

extension Styles {
  /// What the runs of a paragraph start from: document defaults, table style, paragraph style.
  func base(of style: Int32?, inTable table: Int32?) -> RunProperties {
    var base = RunProperties.none
    if let table { base = runProperties(of: table) }
    if let style { base = runProperties(of: style).toggled(over: base) }
    // What the document's defaults turn on no style turns off (17.7.3).
    let defaults = defaults
    base = base.over(defaults)
    base.on.formUnion(defaults.on.intersection(.exclusive))
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
