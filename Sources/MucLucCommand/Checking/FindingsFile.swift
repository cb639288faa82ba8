internal import BatchConversion
internal import ProgrammeModel

/// The file that `convert --findings` writes: what was found, as SARIF or JUnit.
final class FindingsFile {
  private let path: String
  private var file: AtomicFile?
  private var printer: any CheckPrinter
  private var failure: FileFailure?

  /// Starts the file; its name tells the format.
  init(path: String, failOn: FailureThreshold) throws(FileFailure) {
    self.path = path
    printer = (CheckFormat(ofFile: path) ?? .sarif).printer(failOn: failOn)
    do throws(SystemError) {
      file = try AtomicFile(at: path)
    } catch {
      throw .output(error, path: path)
    }
    append(printer.head)
  }

  /// Adds what was found in a file.
  func add(_ entry: ReportEntry) {
    append(
      printer.text(
        for: CheckedFile(
          path: SystemPath.shown(entry.input), findings: entry.result.allFindings, entry.result)))
  }

  /// Gives the file its name.
  func finish() throws(FileFailure) {
    append(printer.foot)
    if let failure { throw failure }
    do throws(SystemError) {
      try file.take()?.finish()
    } catch {
      throw .output(error, path: path)
    }
  }

  private func append(_ text: String) {
    guard failure == nil else { return }
    do throws(SystemError) {
      try file?.append(Array(text.utf8))
    } catch {
      failure = .output(error, path: path)
    }
  }
}
