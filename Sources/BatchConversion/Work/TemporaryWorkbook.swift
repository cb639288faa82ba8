internal import ProgrammeModel
internal import ProgrammeWorkbook

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A workbook that is written to a hidden file beside its place: nobody sees a part of it, and standard output can
/// take it too.
struct TemporaryWorkbook: ~Copyable {
  private let workbook: WorkbookFile
  private let temporary: String
  /// The folder that links to files begin in, or `nil` where the workbook's is not known.
  private let folder: String?

  /// Starts a workbook for a destination.
  init(for destination: Destination, _ language: MessageLanguage) throws(FileFailure) {
    if case .oneFile(let path) = destination, !path.hasPrefix("/dev/") {
      folder = FileSystem.absolutePath(of: Path.folder(of: path))
      temporary = AtomicFile.temporaryPath(beside: path)
    } else {
      folder = nil
      temporary = AtomicFile.temporaryPath(beside: FileSystem.temporaryFolder + "/workbook")
    }
    do throws(WorkbookFile.Failure) {
      workbook = try WorkbookFile(at: temporary, in: language)
    } catch {
      throw .workbook(reason: error.reason)
    }
  }

  deinit { _ = unsafe unlink(temporary.systemName) }

  /// Adds the rows of a document.
  mutating func add(_ bytes: [UInt8], of input: String) throws(FileFailure) {
    let link = link(to: input)
    do throws(WorkbookFile.Failure) {
      for row in WorkbookRow.rows(of: bytes) { try workbook.add(row, linkedTo: link) }
    } catch {
      throw .workbook(reason: error.reason)
    }
  }

  /// The path from the workbook's folder to a file, as a link has it.
  private func link(to input: String) -> String {
    let path = FileSystem.absolutePath(of: input)
    guard let folder else { return Self.link(path) }
    var from = folder.split(separator: "/")[...]
    var to = path.split(separator: "/")[...]
    while let first = from.first, first == to.first, to.count > 1 {
      from.removeFirst()
      to.removeFirst()
    }
    return Self.link((from.map { _ in ".." } + to.map(String.init)).joined(separator: "/"))
  }

  /// A path as part of an address: what means something else there is written `%XX`.
  private static func link(_ path: String) -> String {
    let plain = UInt8(ascii: "a")...UInt8(ascii: "z")
    return SystemPath.escaped(path).unicodeScalars.reduce(into: "") { link, scalar in
      guard let byte = UInt8(exactly: scalar.value), byte < 0x80, !plain.contains(byte | 0x20),
        !"0123456789-._~/%".utf8.contains(byte)
      else {
        link.unicodeScalars.append(scalar)
        return
      }
      link += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
  }

  /// Ends the workbook and hands its bytes on.
  consuming func finish(
    _ body: ([UInt8]) throws(FileFailure) -> Void
  ) throws(FileFailure) {
    do throws(WorkbookFile.Failure) {
      try workbook.finish()
    } catch {
      throw .workbook(reason: error.reason)
    }
    try FileBytes.forEachPiece(of: temporary, body)
  }
}
