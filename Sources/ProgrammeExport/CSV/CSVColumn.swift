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
  static let all: [CSVColumn] = [
    CSVColumn(
      name: "document", description: "The file's name without its folder.", isRequired: true),
    CSVColumn(
      name: "node",
      description: "The id of the node the task stands in: places among siblings, joined by dots;"
        + " in appendix n it begins with An. Empty beside the outline."),
    CSVColumn(
      name: "path",
      description: "The markers from the top of the tree to the node, joined by ' > '."),
    CSVColumn(
      name: "section",
      description: "The titles above the task, joined by ' > ': of the nodes, then of the table."),
    CSVColumn(name: "marker", description: "The node's marker as printed on the page."),
    CSVColumn(
      name: "kind",
      description: "What the node is: heading, item or runin. Empty beside the outline."),
    CSVColumn(
      name: "task", description: "The id of the task: the node's id and its place in the node.",
      isRequired: true),
    CSVColumn(name: "text", description: "The sentence, or the task cell of the row."),
    CSVColumn(
      name: "continuing", description: "Whether the task goes on with what was begun.",
      datatype: "boolean", isRequired: true),
    CSVColumn(name: "lead", description: "The bodies that lead.", isList: true),
    CSVColumn(name: "cooperating", description: "The bodies that cooperate.", isList: true),
    CSVColumn(name: "deadline", description: "When it is due, in the words of the text."),
    CSVColumn(
      name: "deadline_edtf",
      description: "When it is due, in EDTF (ISO 8601-2). Empty for a recurring or relative time."),
    CSVColumn(name: "product", description: "What the task is to produce."),
    CSVColumn(
      name: "references",
      description:
        "The documents cited in the task: number and symbol, or the name of one without.",
      isList: true),
    CSVColumn(
      name: "quantities", description: "The amounts in the task with their units, as written.",
      isList: true),
    CSVColumn(
      name: "location",
      description: "Where it stands: part#paragraph of a Word document, line of a text file.",
      isRequired: true),
  ]
}
