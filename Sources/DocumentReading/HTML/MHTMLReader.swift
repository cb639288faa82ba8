internal import ProgrammeModel
internal import VietnameseText

/// Reads a web archive, a page in a package of MIME (MHTML, RFC 2557): the file that Word calls a single
/// file web page and that often is named .doc.
struct MHTMLReader {
  /// The reader of its pages.
  var pages: HTMLReader

  /// Makes a reader with all that the limits allow.
  init(limits: ReadingLimits) {
    pages = HTMLReader(limits: limits)
  }

  /// Makes a reader with what others have left.
  init(limits: ReadingLimits, budget: ReadingBudget) {
    pages = HTMLReader(limits: limits, budget: budget)
  }

  /// Reads the bytes of an archive.
  func read(
    _ bytes: [UInt8], named name: String
  ) throws(ReadingError) -> Outcome<SourceDocument> {
    guard let message = MIMEMessage(bytes[...]) else { throw .notText(file: name) }
    let parts = try leaves(of: message, named: name)
    let texts = parts.filter { $0.type == "text/html" || $0.type == "application/xhtml+xml" }
    guard let main = root(of: message, in: texts) ?? texts.indices.first else {
      throw .missingMainPart(file: name, tried: "text/html")
    }
    let root = texts[main]
    var read = try pages.read(root.decoded, named: name, charset: root.parameter("charset"))
    for (index, part) in texts.enumerated() where index != main {
      let other = try pages.read(part.decoded, named: name, charset: part.parameter("charset"))
      // Word keeps headers and footers in a page of their own; others are frames of the page.
      if part.isHeaders {
        add(other, to: &read)
      } else {
        leaveOut(other.value.characterCount, element: "iframe", of: &read.value)
      }
    }
    return read
  }

  /// The messages that hold no messages, the outermost first.
  private func leaves(
    of message: MIMEMessage, named name: String
  ) throws(ReadingError) -> [MIMEMessage] {
    var leaves = [message]
    for _ in 0..<pages.limits.embedding {
      guard leaves.contains(where: \.isMultipart) else { return leaves }
      leaves = leaves.flatMap { $0.isMultipart ? $0.parts : [$0] }
      if !pages.budget.use(leaves.count, of: .chunks) {
        throw .limit(file: name, part: nil, kind: .chunks, allowed: pages.limits.chunks)
      }
    }
    guard leaves.contains(where: \.isMultipart) else { return leaves }
    throw .limit(file: name, part: nil, kind: .embedding, allowed: pages.limits.embedding)
  }

  /// The page that the archive names as its main one.
  private func root(of message: MIMEMessage, in pages: [MIMEMessage]) -> Int? {
    guard let start = message.parameter("start") else { return nil }
    return pages.firstIndex { $0.headers["content-id"] == start }
  }

  /// Adds the headers and footers of a page of them; each of their texts once.
  private func add(_ headers: Outcome<SourceDocument>, to read: inout Outcome<SourceDocument>) {
    var said: Set<String> = []
    var shown = 0
    let first = read.value.paragraphCount
    for var piece in headers.value.furniture {
      guard said.insert("\(piece.kind) \(piece.paragraph.text)").inserted else { continue }
      shown += piece.paragraph.text.visibleCharacterCount
      piece.paragraph.location = Location(
        part: nil, paragraph: first + (piece.paragraph.location.paragraph ?? 1))
      for run in piece.paragraph.runs.indices {
        piece.paragraph.runs[run].font =
          piece.paragraph.runs[run].font.map { $0 + read.value.fonts.count }
      }
      piece.paragraph.notes = []
      read.value.furniture.append(piece)
    }
    read.value.fonts += headers.value.fonts
    read.value.characterCount += shown
    leaveOut(headers.value.characterCount - shown, element: "w:hdr", of: &read.value)
  }

  /// Counts characters of pages that are not read.
  private func leaveOut(_ count: Int, element: String, of document: inout SourceDocument) {
    guard count > 0 else { return }
    document.characterCount += count
    if let index = document.unread.firstIndex(where: { $0.element == element }) {
      document.unread[index].count += count
    } else {
      document.unread.append(
        UnreadContent(part: Unread.wholeFile, element: element, count: count))
    }
  }
}

extension MIMEMessage {
  /// Whether it is the page in which Word keeps headers and footers.
  fileprivate var isHeaders: Bool {
    (headers["content-location"] ?? "").lowercased().hasSuffix("header.htm")
  }
}
