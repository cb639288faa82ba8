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
    var input = bytes.map(CChar.init(bitPattern:))
    // A letter takes at most four bytes in UTF-8, and at least one byte here.
    var output = [CChar](repeating: 0, count: bytes.count * 4 + 4)
    var start = 0
    while start < input.count {
      let (read, written) = convert(&input, from: start, into: &output)
      text.append(contentsOf: output[..<written].lazy.map(UInt8.init(bitPattern:)))
      start += read
      guard start < input.count else { break }
      // It stops before a byte that has no meaning.
      text.append(contentsOf: UTF8.encodedReplacementCharacter)
      lost += 1
      start += 1
    }
    return lost
  }

  /// Converts bytes from a place on as far as they have a meaning; says how many were read and written.
  private borrowing func convert(
    _ input: inout [CChar], from start: Int, into output: inout [CChar]
  ) -> (read: Int, written: Int) {
    var (left, room) = (input.count - start, output.count)
    unsafe input.withUnsafeMutableBufferPointer { input in
      unsafe output.withUnsafeMutableBufferPointer { output in
        var source = unsafe input.baseAddress.map { unsafe $0 + start }
        var target = output.baseAddress
        unsafe _ = iconv(converter, &source, &left, &target, &room)
      }
    }
    return (input.count - start - left, output.count - room)
  }
}
