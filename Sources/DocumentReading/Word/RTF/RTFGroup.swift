/// Where the text of a group goes.
enum RTFDestination {
  /// Into the paragraph.
  case text
  /// Nowhere, but text boxes in it are read: what a shape or drawing says of itself.
  case drawing
  /// Nowhere, whatever stands in it.
  case passed
  /// Into the code of a field.
  case fieldCode
  /// Into the label of the next paragraph, as the program that wrote the file printed it.
  case label
  /// Nowhere, but it is counted as a comment.
  case comment
  /// Into the name of a property of a shape.
  case shapePropertyName
  /// Into the value of a property of a shape.
  case shapePropertyValue
  /// Nowhere: the definition of a row of a nested table.
  case nestedRow
}

/// What a group of an RTF file has of its own, from its opening brace to its closing one.
struct RTFGroup {
  /// What ends with the group.
  enum Ending {
    /// A story: a note, a header, a text box.
    case story
    /// A field.
    case field
    /// The label of the next paragraph.
    case label
    /// The value of a property of a shape.
    case shapeProperty
  }

  /// Where its text goes.
  var destination = RTFDestination.text
  /// How its text is formatted.
  var format = RTFFormat()
  /// How many characters stand in the place of a `\u` for programs that do not know it (`\uc`).
  var fallbackCount = 1
  /// Where the text of `\ud` goes: the destination that was open around the enclosing `\upr`.
  var unicodeDestination = RTFDestination.passed

  /// What ends with it, the innermost last: more than one thing may begin in a group.
  var endings: [Ending] = []
  /// Whether nothing stands in it yet but `\*`.
  var isFresh = true
  /// Whether it opens with `\*`: whoever does not know its word passes over it.
  var isStarred = false
  /// Whether a shape in it says its text itself, so that the picture of it is passed over.
  var hasShape = false

  /// A group inside this one.
  var inner: RTFGroup {
    var group = self
    group.endings = []
    group.isFresh = true
    group.isStarred = false
    group.hasShape = false
    return group
  }
}
