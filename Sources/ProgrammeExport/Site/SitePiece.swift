/// A piece of the data of a site: a script that hands one value to the page that loads it.
///
/// Scripts are loaded from a shared drive where other files are not: a browser lets no page read the files beside it.
package struct SitePiece: Hashable, Sendable {
  /// The name of its file, without `.js`.
  package var name: String

  /// The bytes of its file.
  package var bytes: [UInt8]
}

extension SitePiece {
  /// Makes a piece of a value.
  init(_ name: String, _ value: ScriptValue) {
    var bytes = Array("mucluc(\"\(name)\",".utf8)
    value.append(to: &bytes)
    self.init(name: name, bytes: bytes + Array(");\n".utf8))
  }
}

/// A value in a script, written as JSON; nothing of a document's in it is code.
indirect enum ScriptValue {
  case number(Int)
  case text(String)
  /// A text in UTF-8.
  case bytes([UInt8])
  case list([ScriptValue])

  /// Adds the value to a script.
  func append(to script: inout [UInt8]) {
    switch self {
    case .number(let number): script += Array("\(number)".utf8)
    case .text(let text): Self.append(text.utf8, to: &script)
    case .bytes(let bytes): Self.append(bytes, to: &script)
    case .list(let values):
      script.append(UInt8(ascii: "["))
      for (place, value) in values.enumerated() {
        if place > 0 { script.append(UInt8(ascii: ",")) }
        value.append(to: &script)
      }
      script.append(UInt8(ascii: "]"))
    }
  }

  private static func append(_ utf8: some Sequence<UInt8>, to script: inout [UInt8]) {
    script.append(UInt8(ascii: "\""))
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        script += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "<"): script += Array("\\u003c".utf8)
      case 0x00..<0x20, 0x7F:
        let digits = String(byte, radix: 16)
        script += Array(("\\u00" + (digits.utf8.count < 2 ? "0" : "") + digits).utf8)
      default: script.append(byte)
      }
    }
    script.append(UInt8(ascii: "\""))
  }
}
