/// What a form field of an old kind holds ([MS-DOC] 2.9.78): its choice is on the page, but not in the text.
struct FormField {
  /// What the page shows: the chosen entry of a list, or a box with or without a cross.
  private(set) var shown: String?

  private static let checkBox = 1
  private static let dropDown = 2
  /// Says that nothing was chosen, so that the default holds.
  private static let undecided = 25

  /// Reads the field at an offset of the stream `Data`; a text field holds its text in the document.
  init(_ data: ByteView, at offset: Int) {
    // In front stands a head whose size it says itself (2.9.158).
    guard let size = data.uint32(at: offset), let head = data.uint16(at: offset + 4) else { return }
    let field = data.clipped(at: offset + head, count: size - head)
    guard let bits = field.uint16(at: 4) else { return }
    let kind = bits & 3
    // The name, then the number of the default, then five texts, each behind its length and with a zero.
    var end = 10
    Self.skipText(field, &end)
    guard kind == Self.checkBox || kind == Self.dropDown, let byDefault = field.uint16(at: end)
    else { return }
    let result = bits >> 2 & 0x1F
    let chosen = result == Self.undecided ? byDefault : result
    if kind == Self.checkBox {
      shown = chosen == 0 ? "☐" : "☒"
      return
    }
    end += 2
    for _ in 0..<5 { Self.skipText(field, &end) }
    shown = Self.entry(chosen, of: field, at: end)
  }

  private static func skipText(_ field: ByteView, _ offset: inout Int) {
    offset += 2 * (field.uint16(at: offset) ?? 0) + 4
  }

  /// An entry of the list of choices: a mark, their number, nothing, then each behind its length.
  private static func entry(_ index: Int, of field: ByteView, at offset: Int) -> String? {
    guard field.uint16(at: offset) == 0xFFFF, let count = field.uint16(at: offset + 2),
      index < count
    else { return nil }
    var start = offset + 6
    for _ in 0..<index { start += 2 + 2 * (field.uint16(at: start) ?? 0) }
    guard let length = field.uint16(at: start) else { return nil }
    return field.utf16(at: start + 2, units: length)
  }
}
