import Foundation
import TestSupport
import Testing

@testable import BatchConversion
@testable import MucLucCommand

/// The smallest text of OpenDocument that holds some words.
private func openDocument(_ words: String = "Kế hoạch") -> [UInt8] {
  var archive = ArchiveWriter()
  archive.add("mimetype", Array("application/vnd.oasis.opendocument.text".utf8))
  let content = "<office:document-content>\(words)</office:document-content>"
  archive.add("content.xml", Array(content.utf8))
  return archive.bytes()
}

/// Documents of older formats, with a program that plays LibreOffice: it copies what it is told to.
@Suite(.serialized) struct OfficeTests {
  /// A folder with a `soffice` in it, whose script is `body`, and a text of OpenDocument.
  private static func with(_ body: String, _ test: (URL, [String: String]) throws -> Void) throws {
    try TemporaryPlace.with { place in
      let docx = Fixtures.folder.appendingPathComponent("programmes/action-plan-word/input.docx")
        .path
      let script = """
        #!/bin/sh
        all="$@"
        while [ $# -gt 1 ]; do [ "$1" = --outdir ] && out=$2; shift; done
        docx='\(docx)'; in=$1
        \(body)
        """
      let program = try place.write(script, to: "bin/soffice")
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
      try Data(openDocument()).write(to: place.appendingPathComponent("a.odt"))
      try FileManager.default.createDirectory(
        at: place.appendingPathComponent("tmp"), withIntermediateDirectories: true)
      try test(
        place,
        ["PATH": "\(place.path)/bin:/usr/bin:/bin", "TMPDIR": "\(place.path)/tmp"])
      // Nothing is left behind, whatever happened.
      #expect(try FileManager.default.contentsOfDirectory(atPath: "\(place.path)/tmp").isEmpty)
    }
  }

  /// Writes a file, and the folder that it stands in.
  private static func write(_ bytes: [UInt8], to path: String, in place: URL) throws {
    let file = place.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  private static func run(
    _ arguments: String..., in place: URL, _ environment: [String: String]
  ) throws -> Mucluc.Run {
    let variables = environment.map { "\($0.key)=\($0.value)" }
    return try Mucluc.run("/usr/bin/env", variables + [Mucluc.path] + arguments, in: place)
  }

  @Test func `an older document is converted first and says so`() throws {
    try Self.with("mkdir -p $out; cp $docx $out/document.docx") { place, environment in
      let run = try Self.run("convert", "a.odt", "-q", "--compact", in: place, environment)
      #expect(run.status == 0)
      let count = openDocument().count
      #expect(
        run.text.contains(
          "\"format\":\"docx\",\"via\":\"libreoffice\",\"byteCount\":\(count),"))
      let show = try Self.run("show", "a.odt", in: place, environment)
      #expect(show.text.contains("▸"))
    }
  }

  @Test(arguments: [
    ("exit 3", "LibreOffice did not convert it"),
    ("exit 0", "LibreOffice did not convert it (no output)"),
    ("mkdir -p $out; echo x > $out/document.docx", "(no .docx)"),
  ])
  func `what goes wrong is told`(_ body: String, _ message: String) throws {
    try Self.with(body) { place, environment in
      let run = try Self.run("convert", "a.odt", in: place, environment)
      #expect(run.status == 1)
      #expect(run.errors.contains(message))
      #expect(run.errors.hasSuffix(" [read.libreoffice-failed]\n"))
      #expect(run.output.isEmpty)
    }
  }

  @Test func `it is ended with its children when it takes too long`() throws {
    try Self.with("sh -c 'echo $$ > child; sleep 100' & wait") { place, environment in
      let run = try Self.run("convert", "a.odt", "--time-limit", "2", in: place, environment)
      #expect(run.status == 1)
      #expect(run.errors.contains("read.libreoffice-time-limit"))
      let child = try String(contentsOf: place.appendingPathComponent("child"), encoding: .utf8)
      let number = try #require(Int32(child.trimmingCharacters(in: .whitespacesAndNewlines)))
      // Gone, or dead and not yet waited for by the system's first process.
      let state = try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8)
      #expect(state?.contains(") Z ") != false)
    }
  }

  @Test func `without it the message says what to install`() throws {
    try TemporaryPlace.with { place in
      try Data(openDocument()).write(to: place.appendingPathComponent("a.odt"))
      try FileManager.default.createDirectory(
        at: place.appendingPathComponent("none"), withIntermediateDirectories: true)
      for (language, words) in [("en", "Install it"), ("vi", "Hãy cài LibreOffice")] {
        let run = try Self.run(
          "convert", "a.odt", "--lang", language, in: place, ["PATH": "\(place.path)/none"])
        #expect(run.status == 1)
        #expect(run.errors.contains(words) && run.errors.contains("[read.needs-libreoffice]"))
      }
      let scan = try Self.run(
        "scan", "a.odt", "-q", in: place, ["PATH": "\(place.path)/none"])
      #expect(
        scan.lines.last == "odt     -             -       yes        a.odt: read.needs-libreoffice")
    }
  }

  @Test func `scan counts what it would convert, and starts nothing`() throws {
    try TemporaryPlace.with { place in
      try Data(openDocument()).write(to: place.appendingPathComponent("a.odt"))
      try place.write("I. VIỆC", to: "b.txt")
      try place.write("#!/bin/sh\ntouch '\(place.path)/started'\n", to: "bin/soffice")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755],
        ofItemAtPath: place.appendingPathComponent("bin/soffice").path)
      let environment = ["PATH": "\(place.path)/bin"]
      let scan = try Self.run("scan", "a.odt", "b.txt", in: place, environment)
      #expect(scan.status == 0)
      #expect(
        scan.lines.contains("odt     -             -       no         a.odt: libreoffice"))
      #expect(scan.errors.contains("need attention: 0"))
      #expect(scan.errors.contains("converted through LibreOffice: 1"))
      #expect(!scan.errors.contains("read.needs-libreoffice"))
      #expect(
        !FileManager.default.fileExists(atPath: place.appendingPathComponent("started").path))
    }
  }

  @Test func `dozens of documents need one start`() throws {
    let loop = """
      echo start >> starts; mkdir -p $out
      for path in $all; do
        case $path in *.odt) name=${path##*/}; cp $docx $out/${name%.odt}.docx;; esac
      done
      """
    try Self.with(loop) { place, environment in
      for index in 0..<40 {
        try Self.write(openDocument("Kế hoạch số \(index)"), to: "in/\(index).odt", in: place)
        try place.write("I. VIỆC", to: "in/\(index).txt")
      }
      let run = try Self.run(
        "convert", "in", "--output", "out", "--jobs", "4", in: place, environment)
      #expect(run.status == 0 && run.errors.contains("converted: 80"))
      let starts = try String(contentsOf: place.appendingPathComponent("starts"), encoding: .utf8)
      #expect(starts.split(separator: "\n").count <= 3)
    }
  }

  @Test func `one document that fails takes no other with it`() throws {
    let loop = """
      mkdir -p $out
      for path in $all; do
        case $path in *.odt)
          grep -q hong $path && exit 1
          name=${path##*/}; cp $docx $out/${name%.odt}.docx;;
        esac
      done
      """
    try Self.with(loop) { place, environment in
      for name in ["a", "b", "c"] {
        try Self.write(openDocument(name == "b" ? "hong" : name), to: "in/\(name).odt", in: place)
      }
      let run = try Self.run("convert", "in", "--output", "out", in: place, environment)
      #expect(run.status == 1 && run.errors.contains("converted: 2"))
      #expect(run.errors.contains("b.odt: error: LibreOffice did not convert it"))
    }
  }

  @Test(arguments: [
    ("never", false, "read.other-format"), ("fallback", true, ""), ("always", true, ""),
  ])
  func `the option says when it is used`(_ use: String, _ isStarted: Bool, _ code: String) throws {
    try Self.with("touch started; mkdir -p $out; cp $docx $out/document.docx") {
      place, environment in
      let run = try Self.run("show", "a.odt", "--libreoffice", use, in: place, environment)
      #expect(run.status == (isStarted ? 0 : 1) && (code.isEmpty || run.errors.contains(code)))
      #expect(Self.exists("started", in: place) == isStarted)
    }
  }

  /// Old Word documents, when the program is started for them, and how they end without it.
  private static var oldDocuments: [(name: String, DocBuilder, [String: Bool], code: String)] {
    let sound = DocBuilder(DocParagraph("I. NHIỆM VỤ"))
    var locked = sound
    locked.flags = 0x1300
    var older = sound
    older.identifier = 0xA5DC
    var damaged = sound
    damaged.identifier = 0x1234
    let deep = DocBuilder(DocParagraph("a", sprm(0x2416, 1) + sprm(0x6649, 200)))
    return [
      ("sound", sound, ["never": false, "fallback": false, "always": true], ""),
      ("locked", locked, ["never": false, "fallback": false, "always": false], "read.encrypted"),
      ("deep", deep, ["never": false, "fallback": false, "always": false], "read.limit"),
      ("older", older, ["never": false, "fallback": true, "always": true], "read.old-word-format"),
      (
        "damaged", damaged, ["never": false, "fallback": true, "always": true], "read.damaged-part"
      ),
    ]
  }

  @Test(arguments: 0..<5)
  func `old Word documents go there only where they must`(_ index: Int) throws {
    let (name, doc, uses, code) = Self.oldDocuments[index]
    for (use, isStarted) in uses {
      try Self.with("touch started; mkdir -p $out; cp $docx $out/document.docx") {
        place, environment in
        try Data(doc.bytes()).write(to: place.appendingPathComponent("\(name).doc"))
        let run = try Self.run(
          "convert", "\(name).doc", "--libreoffice", use, "--compact", in: place, environment)
        #expect(Self.exists("started", in: place) == isStarted, "\(name) \(use)")
        #expect(run.status == (isStarted || code.isEmpty ? 0 : 1), "\(name) \(use)")
        if run.status == 1 { #expect(run.errors.contains("[\(code)]")) }
        let via = isStarted ? "\"via\":\"libreoffice\"" : "\"via\":null"
        if run.status == 0 { #expect(run.text.contains(via)) }
      }
    }
  }

  @Test func `a locked text of OpenDocument does not go there`() throws {
    for (manifest, isStarted) in [("<m:encryption-data/>", false), ("<m:file-entry/>", true)] {
      try Self.with("touch started; mkdir -p $out; cp $docx $out/document.docx") {
        place, environment in
        var archive = ArchiveWriter()
        archive.add("mimetype", Array("application/vnd.oasis.opendocument.text".utf8))
        archive.add("META-INF/manifest.xml", Array(manifest.utf8))
        archive.add("content.xml", Array("<a/>".utf8))
        try Data(archive.bytes()).write(to: place.appendingPathComponent("b.odt"))
        let run = try Self.run("show", "b.odt", in: place, environment)
        #expect(run.status == (isStarted ? 0 : 1) && Self.exists("started", in: place) == isStarted)
        if !isStarted { #expect(run.errors.contains("[read.encrypted]")) }
      }
    }
  }

  @Test func `nothing is left behind where the run is killed`() throws {
    try Self.with("echo $$ > child; sleep 100 & wait") { place, environment in
      let process = Process()
      process.executableURL = URL(fileURLWithPath: Mucluc.path)
      process.arguments = ["convert", "a.odt"]
      process.currentDirectoryURL = place
      process.environment = environment
      process.standardError = FileHandle.nullDevice
      try process.run()
      let child = place.appendingPathComponent("child")
      for _ in 0..<200 where !FileManager.default.fileExists(atPath: child.path) { usleep(50_000) }
      usleep(200_000)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let number = try #require(
        Int32(
          String(contentsOf: child, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
        ))
      let temporary = place.appendingPathComponent("tmp").path
      for _ in 0..<100 {
        if try FileManager.default.contentsOfDirectory(atPath: temporary).isEmpty { break }
        usleep(50_000)
      }
      let state = try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8)
      #expect(state?.contains(") Z ") != false)
    }
  }

  private static func exists(_ name: String, in place: URL) -> Bool {
    FileManager.default.fileExists(atPath: place.appendingPathComponent(name).path)
  }

  @Test(
    arguments: [
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], OlderFormat.doc),
      (openDocument(), .odt), (Array("{\\rtf1".utf8), nil), ([0xD0, 0xCF], nil),
      (Array("PK\u{3}\u{4}".utf8), nil), ([0xDB, 0xA5, 0x2D, 0x00], .doc), ([], nil),
    ] as [([UInt8], OlderFormat?)])
  func `older formats are told by their first bytes`(_ bytes: [UInt8], _ format: OlderFormat?) {
    #expect(OlderFormat(bytes) == format)
  }
}
