internal import ProgrammeModel
internal import VietnameseText

// Letters, from the bytes of the file to the paragraph.
extension RTFBodyReader {
  /// Takes text in any of its forms.
  mutating func takeText(_ token: RTFToken) {
    switch token {
    case .text(let range):
      endSurrogate()
      for byte in tokenizer.bytes[range] where byte >= 0x20 || byte == 0x09 { bytes.append(byte) }
    case .hexadecimal(let byte):
      endSurrogate()
      if byte >= 0x20 || byte == 0x09 { bytes.append(byte) }
    case .symbol(UInt8(ascii: "-")):
      // Word's optional hyphen is on no line; that of LibreOffice may be the letter ư of TCVN3.
      if definitions.isFromLibreOffice, definitions.font(group.format.font).isLegacy {
        bytes.append(0xAD)
      }
    default:
      guard let character = token.character else { return }
      decodeBytes()
      text.appendUTF8(character.value)
    }
  }

  /// Takes a `\u`, a code unit of UTF-16 that may be written as a negative number.
  mutating func takeUnicode(_ number: Int) {
    decodeBytes(endsSurrogate: false)
    fallback = group.fallbackCount
    let code = number < 0 ? number + 0x1_0000 : number
    guard let value = UInt32(exactly: code), value <= 0x10_FFFF else { return endSurrogate() }
    switch value {
    case 0xD800...0xDBFF:
      endSurrogate()
      highSurrogate = value
    case 0xDC00...0xDFFF:
      guard let high = highSurrogate else {
        loneSurrogates += 1
        return text.appendUTF8(0xFFFD)
      }
      highSurrogate = nil
      text.appendUTF8(0x1_0000 + (high - 0xD800) << 10 + (value - 0xDC00))
    case 0..<0x20 where value != 0x09: endSurrogate()
    default:
      endSurrogate()
      text.appendUTF8(value)
    }
  }

  /// A first half of a surrogate pair without its second half is no letter.
  private mutating func endSurrogate() {
    guard highSurrogate != nil else { return }
    highSurrogate = nil
    loneSurrogates += 1
    text.appendUTF8(0xFFFD)
  }

  /// Decodes the bytes met so far as the font has them.
  private mutating func decodeBytes(endsSurrogate: Bool = true) {
    if endsSurrogate { endSurrogate() }
    guard !bytes.isEmpty else { return }
    let font = definitions.font(group.format.font)
    if font.isSymbol {
      for byte in bytes { text.appendUTF8(byte < 0x20 ? UInt32(byte) : 0xF000 + UInt32(byte)) }
    } else {
      lostBytes += font.page.decode(bytes, into: &text)
    }
    bytes.removeAll(keepingCapacity: true)
  }

  /// Puts the text met so far where it belongs; before anything changes that it depends on.
  mutating func flush() {
    decodeBytes()
    guard !text.isEmpty else { return }
    defer { text.removeAll(keepingCapacity: true) }
    switch group.destination {
    case .text: appendText()
    case .label: gathered.append(contentsOf: labelText())
    case .shapePropertyName, .shapePropertyValue: gathered.append(contentsOf: text)
    case .fieldCode:
      if let field = fields.indices.last { fields[field].code.append(contentsOf: text) }
    case .comment:
      let count = String(decoding: text, as: UTF8.self).visibleCharacterCount
      builder.skip(count, element: Unread.comment)
    case .drawing, .passed, .nestedRow: break
    }
  }

  private mutating func appendText() {
    guard !group.format.isDeleted else { return builder.hasTrackedChanges = true }
    let toggles = group.format.toggles
    let look = RunLook(
      font: definitions.font(group.format.font).index,
      style: RunStyle(rawValue: toggles.intersection(.visible).rawValue),
      isHidden: toggles.contains(.hidden))
    var paragraph = takeParagraph()
    if look != story.look { paragraph.closeRun(story.look) }
    builder.append(String(decoding: text, as: UTF8.self), look, to: &paragraph)
    story.look = look
    story.lastFormat = group.format
    story.paragraph = consume paragraph
  }

  /// The text as part of a label: codes of symbol fonts as the pictures they are.
  private func labelText() -> [UInt8] {
    let font = definitions.font(group.format.font)
    let symbols = SymbolFont(named: font.name)
    var label: [UInt8] = []
    for code in String(decoding: text, as: UTF8.self).unicodeScalars {
      let picture = Bullet.picture(of: code, in: symbols)
      label.appendUTF8(Bullet.isPrivate(picture) ? 0x2022 : picture.value)
    }
    return label
  }
}

// Labels that the file holds.
extension RTFBodyReader {
  /// Turns to the label of the next paragraph, as the program that wrote the file printed it.
  mutating func beginLabel() {
    guard group.destination == .text else { return group.destination = .passed }
    gathered.removeAll(keepingCapacity: true)
    group.destination = .label
    group.endings.append(.label)
  }

  /// Keeps the label for the paragraph.
  mutating func endLabel() {
    let label = String(decoding: gathered, as: UTF8.self).trimmingBlanks
    story.storedLabel = label.isEmpty ? nil : label
  }
}
