internal import ProgrammeModel

/// A sequence of paragraphs that is being read: the text itself, a note, a header, a text box.
final class RTFStory {
  /// What the story is.
  enum Kind {
    case body
    case note
    case textBox
    case furniture(isHeader: Bool, pages: Pages)
  }

  /// On which pages a header or footer stands.
  enum Pages {
    case all, left, first
  }

  /// What the story is.
  let kind: Kind
  /// The blocks outside tables.
  var flow: BlockFlow
  /// The tables that are open, the innermost last.
  var tables: [RTFTable] = []
  /// The paragraph that is open.
  var paragraph: OpenParagraph?
  /// The look of the text that was added to it last.
  var look = RunLook(font: nil, style: [], isHidden: false)
  /// The format of the text that was added to it last, for a paragraph without a mark.
  var lastFormat = RTFFormat()
  /// The label that the file holds for the paragraph.
  var storedLabel: String?
  /// Whether a note stands at the end of the document.
  var isEndnote = false
  /// Whether the mark of a note is hidden, so that no page shows the note.
  let isHidden: Bool
  /// The counters of lists of the story around.
  let outerCounter: NumberingCounter

  /// Begins a story.
  init(_ kind: Kind, isHidden: Bool, outerCounter: NumberingCounter) {
    self.kind = kind
    self.isHidden = isHidden
    self.outerCounter = outerCounter
    if case .body = kind { flow = BlockFlow(isBody: true) } else { flow = BlockFlow() }
  }

  /// How many visible characters the open paragraph has.
  var visibleCount: Int {
    guard let open = paragraph.take() else { return 0 }
    let count = open.visibleCount
    paragraph = consume open
    return count
  }
}

/// A table that is being read, with the text of its cells.
final class RTFTable {
  /// A row with the text of its cells.
  struct Row {
    var cells: [[SourceBlock]]
    var definition: RTFRow
  }

  /// The number of its first paragraph.
  let firstParagraph: Int
  /// The rows that are whole.
  var rows: [Row] = []
  /// The cells of the row that is open.
  var cells: [[SourceBlock]] = []
  /// The text of the cell that is open.
  var flow = BlockFlow()

  /// Begins a table.
  init(firstParagraph: Int) {
    self.firstParagraph = firstParagraph
  }
}

/// What `\trowd` and the words behind it say of a row.
struct RTFRow {
  /// What stands before a `\cellx`, and where it says that the cell ends.
  struct Cell {
    var right = 0
    var properties = CellProperties()
  }

  /// Where the row begins, in twips.
  var left = 0
  /// The cells.
  var cells: [Cell] = []
  /// Whether the row is repeated on every page.
  var isHeader = false
  /// Whether a border is drawn.
  var hasBorder = false

  /// Which definition this is: rows with the same number have the same one.
  private(set) var serial = 0

  /// The cell whose end has not come yet.
  private var next = CellProperties()
  /// Whether the borders that are described next are those of the row or its cells.
  private var describesBorder = false

  /// Word's rows have at most 63 cells.
  private static let mostCells = 255

  /// Takes a word of the definition, and says whether it is one.
  mutating func take(_ word: RTFWord, _ number: Int?) -> Bool {
    switch word {
    case .trowd:
      let serial = serial + 1
      self = RTFRow()
      self.serial = serial
    case .trleft:
      serial += 1
      left = number ?? 0
    case .trhdr: isHeader = number != 0
    case .clvmgf: next.startsMerge = true
    case .clvmrg: next.continuesAbove = true
    case .clmgf: next.continuesLeft = false
    case .clmrg: next.continuesLeft = true
    case .cellx:
      serial += 1
      if cells.count < Self.mostCells { cells.append(Cell(right: number ?? 0, properties: next)) }
      next = CellProperties()
    case .trbrdrt, .trbrdrl, .trbrdrb, .trbrdrr, .trbrdrh, .trbrdrv, .clbrdrt, .clbrdrl, .clbrdrb,
      .clbrdrr:
      describesBorder = true
    case .brdrt, .brdrl, .brdrb, .brdrr, .brdrbtw, .brdrbar, .box: describesBorder = false
    case .brdrs, .brdrth, .brdrsh, .brdrdb, .brdrdot, .brdrdash, .brdrhair, .brdrdashsm,
      .brdrdashd, .brdrdashdd, .brdrinset, .brdroutset, .brdrtriple, .brdrwavy, .brdrwavydb,
      .brdremboss, .brdrengrave, .brdrthtnsg, .brdrtnthsg, .brdrtnthtnsg, .brdrthtnmg,
      .brdrtnthmg, .brdrtnthtnmg, .brdrthtnlg, .brdrtnthlg, .brdrtnthtnlg:
      if describesBorder { hasBorder = true }
    default: return false
    }
    return true
  }
}
