/// LibreOffice, which converts documents of older formats to .docx.
///
/// It runs without a window in a profile of its own, so that it neither meets nor disturbs one that
/// somebody has open, and is ended with all its children when it takes too long.
package struct LibreOffice: Sendable {
  /// The program.
  var program: String

  /// How long one document may take.
  package var seconds = 120

  /// Finds the program on the search path, or returns `nil`.
  package static func find(seconds: Int = 120) -> LibreOffice? {
    let folders = Environment.value(of: "PATH") ?? "/usr/local/bin:/usr/bin"
    for folder in folders.split(separator: ":") {
      for name in ["soffice", "libreoffice"] {
        let path = Path.joined(String(folder), name)
        if unsafe access(path, X_OK) == 0, FileSystem.kind(of: path) == .file {
          return LibreOffice(program: path, seconds: seconds)
        }
      }
    }
    return nil
  }

  /// Converts documents, all with one start of the program where it does not fail.
  ///
  /// A document that makes the program fail or go on for too long must not take others with it: then each is
  /// converted alone.
  package func docx(from documents: [OfficeDocument]) -> [Result<[UInt8], FileFailure>] {
    do throws(FileFailure) {
      return try convert(documents)
    } catch {
      guard documents.count > 1 else { return [.failure(error)] }
      return documents.map { document in
        Result { () throws(FileFailure) -> [UInt8] in try convert([document])[0].get() }
      }
    }
  }

  /// Converts documents with one start of the program.
  private func convert(
    _ documents: [OfficeDocument]
  ) throws(FileFailure) -> [Result<[UInt8], FileFailure>] {
    let folder = try TemporaryFolder()
    let output = Path.joined(folder.path, "out")
    let names = documents.indices.map { documents.count == 1 ? "document" : "document-\($0 + 1)" }
    do {
      let leftovers = try LeftoverGuard(folder: folder.path)
      var inputs: [String] = []
      for (name, document) in zip(names, documents) {
        let input = Path.joined(folder.path, "\(name).\(document.format.rawValue)")
        try AtomicFile.write(document.bytes, to: input)
        inputs.append(input)
      }
      let child = try ChildProcess.start(
        program,
        [
          "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--norestore",
          "--nolockcheck", "--convert-to", "docx:MS Word 2007 XML", "--outdir", output,
        ] + inputs)
      leftovers.watch(child)
      // The guard would do it, but whoever interrupts the run wants it done when the run has ended.
      let path = folder.path
      let interruption = Interruption.before {
        child.killGroup()
        TemporaryFolder.remove(path)
      }
      defer {
        Interruption.forget(interruption)
        leftovers.forget()
      }
      let end = child.end(within: Double(seconds))
      Interruption.waitForEnd()
      guard let end else {
        child.kill()
        throw FileFailure.officeTimeLimit(seconds: seconds)
      }
      // Whatever is left of its group has nothing more to do.
      child.killGroup()
      guard end == .exited(0) else { throw FileFailure.officeFailed(reason: "\(end)") }
      return names.map { name in
        Result { () throws(FileFailure) -> [UInt8] in
          try Self.result(at: Path.joined(output, "\(name).docx"))
        }
      }
    } catch let error as FileFailure {
      throw error
    } catch let error as SystemError {
      throw .officeFailed(reason: error.reason)
    } catch {
      throw .officeFailed(reason: "\(error)")
    }
  }

  /// What the program wrote.
  private static func result(at path: String) throws(FileFailure) -> [UInt8] {
    guard FileSystem.kind(of: path) == .file else { throw .officeFailed(reason: "no output") }
    let docx = try FileBytes.read(path)
    guard docx.starts(with: Array("PK".utf8)) else { throw .officeFailed(reason: "no .docx") }
    return docx
  }
}

/// A document for LibreOffice to convert.
package struct OfficeDocument: Sendable {
  /// Its bytes.
  package var bytes: [UInt8]
  /// Its format.
  package var format: OlderFormat
}

/// A process that ends another and removes a folder as soon as this process has ended, even if it was killed.
///
/// It waits for the end of a pipe that nobody but this process can write to.
struct LeftoverGuard: ~Copyable {
  private let child: ChildProcess
  private let pipe: Int32

  /// Reads the number of a process group, or an empty line to forget it, until nobody is left to write.
  private static let script = """
    group=
    while read -r line; do group=$line; done
    if [ -n "$group" ]; then kill -s KILL -- "-$group"; fi
    /bin/rm -rf -- "$1"
    """

  /// Guards a folder.
  init(folder: String) throws(SystemError) {
    let (end, start) = try Pipe.make()
    defer { _ = close(end) }
    do throws(SystemError) {
      child = try ChildProcess.start("/bin/sh", ["-c", Self.script, "sh", folder], input: end)
    } catch {
      _ = close(start)
      throw error
    }
    pipe = start
  }

  /// Guards a process with its group too.
  func watch(_ child: ChildProcess) { tell("\(child.process)\n") }

  /// Forgets the process, which has ended.
  func forget() { tell("\n") }

  private func tell(_ line: String) {
    try? ByteOutput.write(Array(line.utf8), to: pipe)
  }

  deinit {
    _ = close(pipe)
    if child.end(within: 2) == nil { child.kill() }
  }
}

/// A folder for the time of one piece of work, readable by nobody else and removed at the end.
struct TemporaryFolder: ~Copyable {
  /// Where it is.
  let path: String

  /// Makes the folder.
  init() throws(FileFailure) {
    do throws(SystemError) {
      path = try FileSystem.makeTemporaryFolder()
    } catch {
      throw .output(error, path: FileSystem.temporaryFolder)
    }
  }

  deinit {
    Self.remove(path)
  }

  /// Removes a file, or a folder with all that is in it.
  static func remove(_ path: String, depth: Int = 0) {
    if FileSystem.kindOfLink(path) == .folder, depth < 64 {
      for name in (try? FileSystem.names(in: path)) ?? [] {
        remove(Path.joined(path, name), depth: depth + 1)
      }
      FileSystem.removeEmptyFolder(path)
    } else {
      FileSystem.removeFile(path)
    }
  }
}

/// The variables of the environment.
package enum Environment {
  /// The value of a variable, or `nil` where it is not set.
  package static func value(of name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }
}
