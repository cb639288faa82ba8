import Foundation
import VietnameseText

extension ProgrammeGenerator {
  /// A way to write a text file.
  enum TextForm: CaseIterable {
    case utf8, marked, decomposed, utf16, vni, tcvn3, windowsLines
  }

  /// The document as plain text, the cells of tables parted by tabs.
  var text: String {
    parts.map { part in
      switch part {
      case .line(let line): line.printed + "\n"
      case .table(let grid):
        ([grid.header] + grid.rows).map { $0.joined(separator: "\t") + "\n" }.joined()
      }
    }.joined()
  }

  /// The document as a text file may hold it.
  func bytes(as form: TextForm) -> [UInt8] {
    let text = text
    switch form {
    case .utf8: return Array(text.utf8)
    case .marked: return [0xEF, 0xBB, 0xBF] + text.utf8
    case .decomposed: return Array(text.decomposedStringWithCanonicalMapping.utf8)
    case .utf16: return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .vni: return LegacyEncoding.vni.encode(text) ?? []
    case .tcvn3:
      // TCVN3 has no capitals with a tone: printers drew them from the small letters, and so do we.
      let letters = text.unicodeScalars.map { scalar in
        let letter = String(scalar)
        return LegacyEncoding.tcvn3.encode(letter)
          ?? LegacyEncoding.tcvn3.encode(letter.lowercased()) ?? [0x3F]
      }
      return letters.flatMap { $0 }
    case .windowsLines: return Array(text.replacing("\n", with: "\r\n").utf8)
    }
  }
}
