/// The head of a document of Word 97-2003: what it is and where everything stands ([MS-DOC] 2.5).
struct FileInformation {
  /// A structure of the table stream, by its number in the list of offsets (FibRgFcLcb, 2.5.6).
  enum Structure: Int {
    case styles = 1
    case footnoteReferences = 2
    case footnoteTexts = 3
    case commentTexts = 5
    case sections = 6
    case headers = 11
    case characterPages = 12
    case paragraphPages = 13
    case fonts = 15
    case settings = 31
    case pieces = 33
    case drawnInBody = 40
    case drawnInHeaders = 41
    case endnoteReferences = 46
    case endnoteTexts = 47
    case drawings = 50
    case textBoxTexts = 56
    case headerTextBoxTexts = 58
    case lists = 73
    case listUses = 74
    case listNames = 91
  }

  /// The stream `WordDocument`, which this is the head of.
  let main: ByteView
  /// The number of bytes of the head's fixed parts up to the list of offsets.
  private let offsets: Int
  /// How many structures the list has.
  private let structureCount: Int
  /// Where the lengths of the stories stand.
  private let lengths: Int

  /// Why a head is not that of a readable document.
  enum Refusal: Error {
    /// The stream is of no document of Word.
    case unknown
    /// The document is of an older version, by its name.
    case old(String)
    /// The document is locked with a password.
    case encrypted
  }

  /// Reads the head of the stream `WordDocument`.
  init(_ main: ByteView) throws(Refusal) {
    guard let magic = main.uint16(at: 0), let flags = main.uint16(at: 0x0A) else {
      throw .unknown
    }
    let isWord = [0xA5EC, 0xA5DC, 0xA697, 0xA698, 0xA699, 0xA5DB].contains(magic)
    // Locked documents of all versions say so at the same offset.
    if isWord, flags & 0x0100 != 0 { throw .encrypted }
    switch magic {
    case 0xA5EC: break
    // Word 6 and 95, of Windows and of the Macintosh.
    case 0xA5DC, 0xA697, 0xA698, 0xA699: throw .old("Word 6/95")
    case 0xA5DB: throw .old("Word 2")
    default: throw .unknown
    }
    // Word 97 writes C1; what Word 6 and 95 wrote, with the same magic or another, is below 6A.
    if let version = main.uint16(at: 2), (0x65...0x69).contains(version) {
      throw .old("Word 6/95")
    }
    // Three lists, each behind its own count (2.5.15).
    guard let shorts = main.uint16(at: 0x20),
      let longs = main.uint16(at: 0x22 + 2 * shorts),
      let structureCount = main.uint16(at: 0x24 + 2 * shorts + 4 * longs)
    else { throw .unknown }
    self.main = main
    lengths = 0x24 + 2 * shorts
    offsets = 0x26 + 2 * shorts + 4 * longs
    self.structureCount = structureCount
    usesSecondTable = flags & 0x0200 != 0
  }

  private let usesSecondTable: Bool

  /// The name of the table stream; another one in the file is out of date.
  var tableStream: String { usesSecondTable ? "1Table" : "0Table" }

  /// How many characters a story has (2.5.4); the file may say anything.
  func length(of story: Story) -> Int {
    max(0, main.int32(at: lengths + 4 * story.lengthIndex) ?? 0)
  }

  /// Where a structure stands in the table stream, or `nil` where there is none.
  func stretch(of structure: Structure) -> (offset: Int, size: Int)? {
    guard structure.rawValue < structureCount,
      let offset = main.uint32(at: offsets + 8 * structure.rawValue),
      let size = main.uint32(at: offsets + 8 * structure.rawValue + 4), size > 0
    else { return nil }
    return (offset, size)
  }
}

/// A story of the document: its texts follow one another in this order ([MS-DOC] 2.5.4).
enum Story: Int, CaseIterable {
  case main, footnotes, headers, macros, comments, endnotes, textBoxes, headerTextBoxes

  /// The name by which locations and coverage call it.
  var name: String {
    switch self {
    case .main: "main"
    case .footnotes: "footnotes"
    case .headers: "headers"
    case .macros: "macros"
    case .comments: "comments"
    case .endnotes: "endnotes"
    case .textBoxes: "textboxes"
    case .headerTextBoxes: "header-textboxes"
    }
  }

  /// Its index among the numbers of four bytes in the head.
  fileprivate var lengthIndex: Int { 3 + rawValue }
}
