internal import ProgrammeModel
internal import ProgrammeWorkbook

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

  deinit { FileSystem.removeFile(temporary) }

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
    guard let folder else { return SystemPath.address(path) }
    var from = folder.split(separator: "/")[...]
    var to = path.split(separator: "/")[...]
    while let first = from.first, first == to.first, to.count > 1 {
      from.removeFirst()
      to.removeFirst()
    }
    return SystemPath.address((from.map { _ in ".." } + to.map(String.init)).joined(separator: "/"))
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
