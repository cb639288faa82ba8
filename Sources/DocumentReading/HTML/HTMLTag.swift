internal import ProgrammeModel
internal import VietnameseText

/// The tags that mean something for the text.
enum HTMLTag: String {
  case other = ""
  // Blocks.
  case html, body, p, div, hr, h1, h2, h3, h4, h5, h6, pre, xmp, listing, plaintext, blockquote,
    center
  case dl, dt, dd, section, article, header, footer, main, nav, aside, figure, figcaption, address
  case form, fieldset, legend, details, summary, hgroup, isindex, optgroup, option
  // Lists.
  case ul, ol, dir, menu, li
  // Tables.
  case table, caption, thead, tbody, tfoot, tr, td, th
  // Text.
  case br, img, b, strong, i, em, cite, u, font, span, a, del, rt, rp
  // What no page shows.
  case head, title, script, style, template, noscript, iframe, xml, object, applet

  /// Whether a paragraph ends where the element begins and where it ends.
  var isBlock: Bool { Self.blocks.contains(self) }

  private static let blocks: Set<HTMLTag> = [
    .html, .body, .p, .div, .hr, .h1, .h2, .h3, .h4, .h5, .h6, .pre, .xmp, .listing, .plaintext,
    .blockquote, .center, .dl, .dt, .dd, .section, .article, .header, .footer, .main, .nav, .aside,
    .figure, .figcaption, .address, .form, .fieldset, .legend, .details, .summary, .hgroup,
    .isindex,
    .optgroup, .option, .ul, .ol, .dir, .menu, .li, .table, .caption, .thead, .tbody, .tfoot, .tr,
    .td,
    .th,
  ]

  /// Whether no page shows what stands in the element.
  var isSilent: Bool { Self.silent.contains(self) }

  private static let silent: Set<HTMLTag> = [
    .head, .title, .script, .style, .template, .noscript, .iframe, .xml, .rp,
  ]

  /// The outline level of a heading, counting from zero.
  var headingLevel: Int? { Self.headings.firstIndex(of: self) }

  private static let headings: [HTMLTag] = [.h1, .h2, .h3, .h4, .h5, .h6]

  /// What browsers make of the element where nothing else is said.
  var style: HTMLStyle {
    var style = HTMLStyle()
    switch self {
    case .b, .strong, .h1, .h2, .h3, .h4, .h5, .h6: style.isBold = true
    case .i, .em, .cite: style.isItalic = true
    case .u: style.isUnderlined = true
    case .center, .caption: style.alignment = .center
    case .th:
      style.isBold = true
      style.alignment = .center
    case .pre, .xmp, .listing, .plaintext: style.isPreformatted = true
    case .ol: style.listStyle = "decimal"
    case .ul, .dir, .menu: style.listStyle = "disc"
    default: break
    }
    return style
  }
}

/// The attributes of an element that mean something for the text.
struct HTMLAttributes {
  var classes = ""
  var style = ""
  var id = ""
  var name = ""
  var align = ""
  var face = ""
  var border: String?
  var type = ""
  var number: Int?
  var rowSpan = 1
  var columnSpan = 1
  /// Whether it says when a change was made, as tracked changes do.
  var isDated = false
  var isHidden = false

  /// Takes an attribute.
  mutating func take(_ name: String, _ value: String) {
    let value = value.inCanonicalOrder
    switch name {
    case "class": classes = value
    case "style": style = value
    case "id": id = value
    case "name": self.name = value
    case "align": align = value
    case "face": face = value
    case "border": border = value
    case "type": type = value
    case "start", "value": number = Int(value.trimmingBlanks)
    case "rowspan": rowSpan = max(Int(value.trimmingBlanks) ?? 1, 0)
    case "colspan": columnSpan = max(Int(value.trimmingBlanks) ?? 1, 1)
    case "datetime": isDated = true
    case "hidden": isHidden = true
    default: break
    }
  }
}
