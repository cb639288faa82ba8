#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// LibreOffice, which converts documents of older formats to .docx.
///
/// It runs without a window in a profile of its own, so that it neither meets nor disturbs one that
/// somebody has open, and is ended with all its children when it takes too long.
struct LibreOffice: Sendable {
  /// The program.
  var program: String

  /// How long one document may take.
  var seconds = 120

  /// Finds the program on the search path, or returns `nil`.
  static func find(seconds: Int = 120) -> LibreOffice? {
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

  /// Converts a document.
  func docx(from bytes: [UInt8], _ format: OlderFormat) throws(FileFailure) -> [UInt8] {
    let folder = try TemporaryFolder()
    let input = Path.joined(folder.path, "document.\(format.rawValue)")
    let output = Path.joined(folder.path, "out")
    do {
      try AtomicFile.write(bytes, to: input)
      let child = try ChildProcess.start(
        program,
        [
          "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--norestore",
          "--nolockcheck", "--convert-to", "docx:MS Word 2007 XML", "--outdir", output, input,
        ])
      guard let end = child.end(within: Double(seconds)) else {
        child.kill()
        throw FileFailure.officeTimeLimit(seconds: seconds)
      }
      // Whatever is left of its group has nothing more to do.
      child.killGroup()
      guard end == .exited(0) else { throw FileFailure.officeFailed(reason: "\(end)") }
    } catch let error as FileFailure {
      throw error
    } catch let error as SystemError {
      throw .officeFailed(reason: error.reason)
    } catch {
      throw .officeFailed(reason: "\(error)")
    }
    let result = Path.joined(output, "document.docx")
    guard FileSystem.kind(of: result) == .file else {
      throw .officeFailed(reason: "no output")
    }
    let docx = try FileBytes.read(result)
    guard docx.starts(with: Array("PK".utf8)) else { throw .officeFailed(reason: "no .docx") }
    return docx
  }
}

/// A folder for the time of one piece of work, readable by nobody else and removed at the end.
struct TemporaryFolder: ~Copyable {
  /// Where it is.
  let path: String

  /// Makes the folder.
  init() throws(FileFailure) {
    let parent = Environment.value(of: "TMPDIR") ?? "/tmp"
    var template = Array(Path.joined(parent, "mucluc-XXXXXX").utf8) + [0]
    let made = unsafe template.withUnsafeMutableBytes { buffer in
      guard let start = unsafe buffer.bindMemory(to: CChar.self).baseAddress else { return false }
      return unsafe mkdtemp(start) != nil
    }
    guard made else { throw .output(.last, path: parent) }
    path = String(decoding: template.dropLast(), as: UTF8.self)
  }

  deinit {
    Self.remove(path, depth: 0)
  }

  private static func remove(_ path: String, depth: Int) {
    if FileSystem.kindOfLink(path) == .folder, depth < 64 {
      for name in (try? FileSystem.names(in: path)) ?? [] {
        remove(Path.joined(path, name), depth: depth + 1)
      }
      _ = unsafe rmdir(path)
    } else {
      _ = unsafe unlink(path)
    }
  }
}

/// The variables of the environment.
enum Environment {
  /// The value of a variable, or `nil` where it is not set.
  static func value(of name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }
}
