/// A column of the table of tasks, with what it means.
struct CSVColumn: Hashable, Sendable {
  /// The name in the header row.
  var name: String

  /// What its cells say, in one English sentence.
  var description: String

  /// The CSVW name of the type of its cells.
  var datatype = "string"

  /// Whether a cell holds several values, joined by ` | `.
  var isList = false

  /// Whether no cell is empty.
  var isRequired = false

  /// The columns in the order of the contract.
  static let all: [CSVColumn] = document + place + entry

  /// What the document is.
  private static let document: [CSVColumn] = [
    CSVColumn(
      name: "path",
      description: "Where the file was found, with / between folders; a % and bytes that are not"
        + " UTF-8 are written %XX.", isRequired: true),
    CSVColumn(
      name: "sha256", description: "The SHA-256 digest of the file's bytes.", isRequired: true),
    CSVColumn(name: "issuer", description: "The body that issued the document."),
    CSVColumn(name: "type", description: "The type of document as it calls itself."),
    CSVColumn(name: "code", description: "Number and symbol of the document."),
    CSVColumn(name: "date", description: "The document's date in EDTF (ISO 8601-2)."),
    CSVColumn(name: "subject", description: "What the document is about."),
    CSVColumn(
      name: "document", description: "The file's name without its folder.", isRequired: true),
  ]

  /// Where the entry stands.
  private static let place: [CSVColumn] = [
    CSVColumn(
      name: "node",
      description: "The id of the node the entry stands in: places among siblings, joined by dots;"
        + " in appendix n it begins with An. Empty beside the outline."),
    CSVColumn(
      name: "marker_path",
      description: "The markers from the top of the tree to the node, joined by ' > '."),
    CSVColumn(
      name: "section",
      description: "The titles above the entry, joined by ' > ': of the nodes, then of the table."),
    CSVColumn(name: "marker", description: "The node's marker as printed on the page."),
    CSVColumn(
      name: "kind",
      description: "What the node is: heading, item or runin. Empty beside the outline."),
  ]

  /// What the entry says.
  private static let entry: [CSVColumn] = [
    CSVColumn(
      name: "role", description: "What the entry is: task, target, result or statement.",
      isRequired: true),
    CSVColumn(
      name: "task", description: "The id of the entry: the node's id and its place in the node.",
      isRequired: true),
    CSVColumn(name: "text", description: "The sentence, or the task cell of the row."),
    CSVColumn(
      name: "continuing", description: "Whether the entry goes on with what was begun.",
      datatype: "boolean", isRequired: true),
    CSVColumn(name: "lead", description: "The bodies that are to act.", isList: true),
    CSVColumn(
      name: "lead_from",
      description: "Where they are named: sentence, table, fields or heading."),
    CSVColumn(name: "cooperating", description: "The bodies that cooperate.", isList: true),
    CSVColumn(name: "deadline", description: "When it is due, in the words of the text."),
    CSVColumn(
      name: "deadline_edtf",
      description: "When it is due, in EDTF (ISO 8601-2). Empty for a recurring or relative time."),
    CSVColumn(name: "product", description: "What the task is to produce."),
    CSVColumn(
      name: "targets",
      description: "The figures to be reached: indicator, comparator, value and unit, the time in"
        + " brackets.",
      isList: true),
    CSVColumn(
      name: "references",
      description:
        "The documents cited in the entry: number and symbol, or the name of one without.",
      isList: true),
    CSVColumn(
      name: "quantities", description: "The amounts in the entry with their units, as written.",
      isList: true),
    CSVColumn(
      name: "location",
      description: "Where it stands: part#paragraph of a Word document, line of a text file.",
      isRequired: true),
  ]
}
