internal import CXML2

/// Decodes the code pages of East Asia, whose letters take one or two bytes, with iconv.
///
/// Their tables have tens of thousands of letters, and Vietnamese documents hardly ever name one.
@safe
struct MultiByteDecoder: ~Copyable {
  private let converter: iconv_t

  /// Opens a page by the name that iconv gives it, or is `nil` where the system does not have it.
  init?(named name: String) {
    let opened = unsafe iconv_open("UTF-8", name)
    guard let opened = unsafe opened, Int(bitPattern: opened) != -1 else { return nil }
    unsafe converter = opened
  }

  deinit {
    unsafe _ = iconv_close(converter)
  }

  /// Appends what bytes stand for, in UTF-8, and says how many of them have no meaning.
  borrowing func decode(_ bytes: [UInt8], into text: inout [UInt8]) -> Int {
    var lost = 0
    var input = bytes
    // A letter takes at most four bytes in UTF-8, and at least one byte here; so does U+FFFD.
    var output = [UInt8](repeating: 0, count: bytes.count * 4 + 4)
    var written = 0
    unsafe input.withUnsafeMutableBytes { input in
      unsafe output.withUnsafeMutableBytes { output in
        var source = unsafe input.bindMemory(to: CChar.self).baseAddress
        var target = unsafe output.bindMemory(to: CChar.self).baseAddress
        var left = input.count
        var room = output.count
        while left > 0 {
          unsafe _ = iconv(converter, &source, &left, &target, &room)
          guard left > 0, room >= 3 else { break }
          // It stops before a byte that has no meaning.
          for byte in UTF8.encodedReplacementCharacter {
            unsafe target?.pointee = CChar(bitPattern: byte)
            unsafe target = target?.successor()
          }
          lost += 1
          unsafe source = source?.successor()
          left -= 1
          room -= 3
        }
        written = output.count - room
      }
    }
    text.append(contentsOf: output[..<written])
    return lost
  }
}
