/// A kind of fact: its name in the output, what readers call it, and the colours that mark it.
public enum FactKind: String, CaseIterable, Sendable {
  /// A document that is cited.
  case reference
  /// A date or period.
  case date
  /// An amount with its unit.
  case quantity
  /// A body (cơ quan, tổ chức).
  case organization
  /// A place (địa danh).
  case place
  /// A campaign or movement (phong trào, cuộc vận động).
  case campaign

  /// What readers call the facts of the kind.
  public var label: (vietnamese: String, english: String) {
    switch self {
    case .reference: ("Viện dẫn", "References")
    case .date: ("Thời gian", "Dates")
    case .quantity: ("Số lượng", "Quantities")
    case .organization: ("Cơ quan", "Bodies")
    case .place: ("Địa danh", "Places")
    case .campaign: ("Phong trào", "Campaigns")
    }
  }

  /// The colours of its marks on light and on dark ground.
  public var colours: (light: FactColours, dark: FactColours) {
    switch self {
    case .reference: (FactColours("#dbe7fb", "#2f62b5"), FactColours("#22375b", "#7da7ea"))
    case .date: (FactColours("#dcf1e2", "#1b7a43"), FactColours("#1d3f2b", "#6fc592"))
    case .quantity: (FactColours("#fbe9c8", "#9a6200"), FactColours("#4a3914", "#e3b04b"))
    case .organization: (FactColours("#eadffa", "#6f42b5"), FactColours("#382a56", "#b797f0"))
    case .place: (FactColours("#d5f0f1", "#0f7378"), FactColours("#16404a", "#67c3cd"))
    case .campaign: (FactColours("#fbdfe8", "#b0305f"), FactColours("#4d2334", "#f08fb1"))
    }
  }
}

/// The colours of a mark, as CSS writes them.
public struct FactColours: Sendable {
  /// The ground.
  public var ground: String

  /// The line below it.
  public var line: String

  init(_ ground: String, _ line: String) {
    self.ground = ground
    self.line = line
  }
}
