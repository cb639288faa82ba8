import DocumentReading
import Foundation
import MucLuc
import ProgrammeModel
import TestSupport
import Testing

@testable import VietnameseText

struct NothingLostTests {
  static let sentence = "Đẩy mạnh tuyên truyền ở xã, ấp; hoàn thành trước ngày 30/6."

  /// The sentence in an encoding, letter by letter; what an encoding has no code for stands in ASCII.
  private static func bytes(in encoding: LegacyEncoding) -> [UInt8] {
    var codes: [UInt16: [UInt8]] = [:]
    for first in UInt16(0)...0xFF {
      for second in UInt16(0)...0xFF {
        let letter = encoding.table.pair(first, second)
        if letter != 0, codes[letter] == nil { codes[letter] = [UInt8(first), UInt8(second)] }
      }
    }
    for byte in UInt8(0)...0xFF {
      let letter = encoding.table.single(byte)
      if letter != 0 { codes[letter] = [byte] }
    }
    return sentence.unicodeScalars.flatMap { scalar in
      codes[UInt16(truncatingIfNeeded: scalar.value)]
        ?? [scalar.isASCII ? UInt8(scalar.value) : 0x3F]
    }
  }

  private static func utf16(_ isBig: Bool, _ mark: Bool) -> [UInt8] {
    ((mark ? [0xFEFF] : []) + Array(sentence.utf16)).flatMap { unit -> [UInt8] in
      let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return isBig ? pair.reversed() : pair
    }
  }

  static let files: [(String, [UInt8])] =
    LegacyEncoding.allCases.map { ($0.rawValue, bytes(in: $0)) } + [
      ("utf-8", Array(sentence.utf8)), ("utf-8 with its mark", [0xEF, 0xBB, 0xBF] + sentence.utf8),
      ("utf-16le", utf16(false, true)), ("utf-16be", utf16(true, true)),
      ("utf-16le without its mark", utf16(false, false)),
      ("utf-16be without its mark", utf16(true, false)),
    ]

  @Test(arguments: files.indices)
  func `a file that is cut at any byte is read, every character of it, or has its error`(
    _ index: Int
  ) throws {
    let (name, bytes) = Self.files[index]
    for end in 0...bytes.count {
      do throws(ReadingError) {
        let conversion = try Pipeline().convert(Array(bytes[..<end]), named: "cut.txt")
        #expect(conversion.programme.coverage.isComplete, "\(name) cut at byte \(end)")
      } catch {
        #expect(error.code.hasPrefix("read."), "\(name) cut at byte \(end)")
      }
    }
  }

  @Test(
    arguments: [
      [0x00, 0xD8], [0x00, 0xDC], [0x41, 0x00, 0x00, 0xD8, 0x42, 0x00], [0x3D, 0xD8, 0x3D, 0xD8],
    ] as [[UInt8]])
  func `half of a surrogate pair is reported and kept apart from its neighbours`(_ tail: [UInt8])
    throws
  {
    let bytes = Self.utf16(false, true) + tail
    let conversion = try Pipeline().convert(bytes, named: "half.txt")
    #expect(conversion.programme.coverage.isComplete)
    #expect(!conversion.programme.diagnostics.isEmpty)
    #expect(
      String(decoding: conversion.text.plainText(), as: UTF8.self).contains("Đẩy mạnh tuyên truyền")
    )
  }

  static let documents: [URL] = {
    let shared = Shared.folder?.appendingPathComponent("corpus")
    let folders = [Fixtures.folder] + (shared.map { [$0] } ?? [])
    return folders.flatMap { folder -> [URL] in
      let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
      return (names ?? []).sorted().filter { $0.hasSuffix(".docx") || $0.hasSuffix(".txt") }
        .map { folder.appendingPathComponent($0) }
    }
  }()

  @Test(arguments: documents)
  func `undoing every recorded change gives the texts as they were read`(_ file: URL) throws {
    let bytes = try [UInt8](Data(contentsOf: file))
    guard let source = try? DocumentReader().read(bytes, named: file.lastPathComponent).value,
      let conversion = try? Pipeline().convert(bytes, named: file.lastPathComponent)
    else { return }
    var texts: [String] = []
    source.forEachParagraph { texts.append($0.text) }
    #expect(conversion.text.restoredTexts == texts)
  }
}
