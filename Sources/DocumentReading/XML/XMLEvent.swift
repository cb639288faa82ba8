/// What comes next in a part.
enum XMLEvent {
  /// A start tag.
  case start(XMLElement)
  /// All the text between two tags; `XMLPullReader.bytes(of:)` gives its bytes.
  case text(Range<Int>)
  /// The end tag of the innermost open element.
  case end
  /// The end of the part.
  case finish
}

/// A start tag; `XMLPullReader.value(_:of:)` gives the values of its attributes.
struct XMLElement {
  /// The namespace, or `.other`.
  var namespace: XMLNamespace
  /// The local name, or `.other`.
  var name: XMLName
  /// Where its attributes stand in the event buffer.
  var attributes: Range<Int>

  /// Whether this is an element of WordprocessingML.
  var isWord: Bool { namespace == .word }
}
