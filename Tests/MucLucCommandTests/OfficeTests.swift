import Foundation
import TestSupport
import Testing

@testable import MucLucCommand

/// Documents of older formats, with a program that plays LibreOffice: it copies what it is told to.
@Suite(.serialized) struct OfficeTests {
  /// A folder with a `soffice` in it, whose script is `body`, and a document in Rich Text.
  private static func with(_ body: String, _ test: (URL, [String: String]) throws -> Void) throws {
    try TemporaryPlace.with { place in
      let docx = Fixtures.folder.appendingPathComponent("programmes/action-plan-word/input.docx")
        .path
      let script = """
        #!/bin/sh
        while [ $# -gt 1 ]; do [ "$1" = --outdir ] && out=$2; shift; done
        docx='\(docx)'; in=$1
        \(body)
        """
      let program = try place.write(script, to: "bin/soffice")
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
      try place.write("{\\rtf1 Kế hoạch}", to: "a.rtf")
      try FileManager.default.createDirectory(
        at: place.appendingPathComponent("tmp"), withIntermediateDirectories: true)
      try test(
        place,
        ["PATH": "\(place.path)/bin:/usr/bin:/bin", "TMPDIR": "\(place.path)/tmp"])
      // Nothing is left behind, whatever happened.
      #expect(try FileManager.default.contentsOfDirectory(atPath: "\(place.path)/tmp").isEmpty)
    }
  }

  private static func run(
    _ arguments: String..., in place: URL, _ environment: [String: String]
  ) throws -> Mucluc.Run {
    let variables = environment.map { "\($0.key)=\($0.value)" }
    return try Mucluc.run("/usr/bin/env", variables + [Mucluc.path] + arguments, in: place)
  }

  @Test func `an older document is converted first and says so`() throws {
    try Self.with("mkdir -p $out; cp $docx $out/document.docx") { place, environment in
      let run = try Self.run("convert", "a.rtf", "-q", "--compact", in: place, environment)
      #expect(run.status == 0)
      #expect(
        run.text.contains(
          "\"name\":\"a.rtf\",\"path\":\"a.rtf\",\"format\":\"docx\",\"via\":\"libreoffice\",\"byteCount\":20,"
        ))
      let show = try Self.run("show", "a.rtf", in: place, environment)
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
      let run = try Self.run("convert", "a.rtf", in: place, environment)
      #expect(run.status == 1)
      #expect(run.errors.contains(message))
      #expect(run.errors.hasSuffix(" [read.libreoffice-failed]\n"))
      #expect(run.output.isEmpty)
    }
  }

  @Test func `it is ended with its children when it takes too long`() throws {
    try Self.with("sh -c 'echo $$ > child; sleep 100' & wait") { place, environment in
      let run = try Self.run("convert", "a.rtf", "--time-limit", "2", in: place, environment)
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
      try place.write("{\\rtf1 Kế hoạch}", to: "a.rtf")
      try FileManager.default.createDirectory(
        at: place.appendingPathComponent("none"), withIntermediateDirectories: true)
      for (language, words) in [("en", "Install it"), ("vi", "Hãy cài LibreOffice")] {
        let run = try Self.run(
          "convert", "a.rtf", "--lang", language, in: place, ["PATH": "\(place.path)/none"])
        #expect(run.status == 1)
        #expect(run.errors.contains(words) && run.errors.contains("[read.needs-libreoffice]"))
      }
      let scan = try Self.run(
        "scan", "a.rtf", "-q", in: place, ["PATH": "\(place.path)/none"])
      #expect(
        scan.lines.last == "rtf     -             -       yes        a.rtf: read.needs-libreoffice")
    }
  }

  @Test func `scan counts what it would convert, and starts nothing`() throws {
    try TemporaryPlace.with { place in
      try place.write("{\\rtf1 Kế hoạch}", to: "a.rtf")
      try place.write("I. VIỆC", to: "b.txt")
      try place.write("#!/bin/sh\ntouch '\(place.path)/started'\n", to: "bin/soffice")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755],
        ofItemAtPath: place.appendingPathComponent("bin/soffice").path)
      let environment = ["PATH": "\(place.path)/bin"]
      let scan = try Self.run("scan", "a.rtf", "b.txt", in: place, environment)
      #expect(scan.status == 0)
      #expect(
        scan.lines.contains("rtf     -             -       no         a.rtf: libreoffice"))
      #expect(scan.errors.contains("need attention: 0"))
      #expect(scan.errors.contains("converted through LibreOffice: 1"))
      #expect(!scan.errors.contains("read.needs-libreoffice"))
      #expect(
        !FileManager.default.fileExists(atPath: place.appendingPathComponent("started").path))
    }
  }

  @Test(
    arguments: [
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], OlderFormat.doc),
      (Array("{\\rtf1".utf8), .rtf), ([0xD0, 0xCF], nil), (Array("{rtf".utf8), nil),
      (Array("PK\u{3}\u{4}".utf8), nil), ([], nil),
    ] as [([UInt8], OlderFormat?)])
  func `older formats are told by their first bytes`(_ bytes: [UInt8], _ format: OlderFormat?) {
    #expect(OlderFormat(bytes) == format)
  }
}
