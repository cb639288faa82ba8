import Foundation
import TestSupport
import Testing

@testable import BatchConversion
@testable import MucLucCommand

/// Runs that are told to end, that wait for ever, and whose workers or memory are taken away.
@Suite(.serialized) struct InterruptionTests {
  /// A folder with a program that plays LibreOffice and never ends, and two documents.
  private static func withOffice(_ test: (URL) throws -> Void) throws {
    try TemporaryPlace.with { place in
      let program = try place.write(
        "#!/bin/sh\necho $$ > child.tmp; mv child.tmp child; sleep 30 & wait\n", to: "bin/soffice")
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
      var archive = ArchiveWriter()
      archive.add("mimetype", Array("application/vnd.oasis.opendocument.text".utf8))
      archive.add("content.xml", Array("<office:document-content/>".utf8))
      try Data(archive.bytes()).write(to: place.appendingPathComponent("a.odt"))
      try place.write("Kế hoạch\n", to: "b.txt")
      try FileManager.default.createDirectory(
        at: place.appendingPathComponent("tmp"), withIntermediateDirectories: true)
      try test(place)
    }
  }

  private static let run =
    "PATH=$PWD/bin:$PATH TMPDIR=$PWD/tmp env --default-signal=INT,HUP,TERM mucluc convert a.odt b.txt --output out --jobs 1"

  @Test(arguments: [("INT", 2), ("TERM", 15), ("HUP", 1)])
  func `a signal ends LibreOffice, removes its copies and says how to go on`(
    _ signal: String, _ number: Int
  ) throws {
    try Self.withOffice { place in
      let run = try Mucluc.shell(
        """
        \(Self.run) & run=$!
        for i in $(seq 400); do [ -e child ] && break; sleep 0.05; done
        sleep 0.3; kill -\(signal) $run; wait $run; echo $?
        ls tmp; grep -sq ') [^ZX] ' /proc/$(cat child)/stat && echo alive
        """, in: place)
      #expect(run.text.split(separator: "\n").first == "\(128 + number)")
      #expect(!run.text.contains("mucluc-"))
      #expect(!run.text.contains("alive"))
      #expect(
        run.errors.contains(
          "mucluc: interrupted: 0 of 2 files are done. With --report FILE --skip-unchanged"))
      #expect(!run.errors.contains("\u{1B}"))
    }
  }

  @Test func `with a report the message says what to add`() throws {
    try Self.withOffice { place in
      let run = try Mucluc.shell(
        """
        \(Self.run) --report r.jsonl --lang vi & run=$!
        for i in $(seq 400); do [ -e child ] && break; sleep 0.05; done
        sleep 0.3; kill -INT $run; wait $run; echo $?
        """, in: place)
      #expect(run.text == "130\n")
      #expect(run.errors.contains("Chạy lại lệnh với --skip-unchanged để tiếp tục"))
    }
  }

  @Test func `a signal that is ignored stays ignored`() throws {
    try TemporaryPlace.with { place in
      try place.write("Kế hoạch\n", to: "a.txt")
      let run = try Mucluc.shell(
        """
        trap '' HUP; mkfifo pipe; mucluc convert pipe --to text -q & run=$!
        sleep 0.5; kill -HUP $run; cat a.txt > pipe; wait $run; echo $?
        """, in: place)
      #expect(run.text == "Kế hoạch\n0\n")
    }
  }

  @Test(arguments: [
    "mkfifo pipe; mucluc convert pipe --to text --time-limit 0.5",
    "sleep 20 | mucluc convert - --to text --time-limit 0.5",
    "(printf 'Kế'; sleep 20) | mucluc convert - --to text --time-limit 0.5",
    "mkfifo pipe; mucluc check pipe --time-limit 0.5",
  ])
  func `the limit of time covers reading`(_ line: String) throws {
    try TemporaryPlace.with { place in
      let clock = ContinuousClock()
      var run: Mucluc.Run?
      // The shell waits for what it started before the command too; the command itself must not.
      let time = try clock.measure {
        run = try Mucluc.shell("(\(line)) 2>&1; echo $?", in: place)
      }
      #expect(run?.text.contains("[run.time-limit]") ?? false, "\(run?.text ?? "")")
      #expect(run?.lines.last == "1")
      #expect(time < .seconds(60))
    }
  }

  @Test(arguments: [
    "(sleep 0.5; cat a.txt) | mucluc convert - --to text --time-limit 100",
    "mkfifo pipe; (sleep 0.5; cat a.txt > pipe) & mucluc convert pipe --to text --time-limit 100",
    "mucluc convert a.txt --to text --time-limit 100", "mucluc convert - --to text < a.txt",
  ])
  func `what comes in time is read`(_ line: String) throws {
    try TemporaryPlace.with { place in
      try place.write("Kế hoạch\n", to: "a.txt")
      let run = try Mucluc.shell("\(line) -q", in: place)
      #expect(run.text == "Kế hoạch\n")
    }
  }

  private static let workers = """
    mucluc convert b.txt --to text -q --time-limit 200 > out & run=$!
    end() {
      while :; do
        worker=$(cat /proc/$run/task/*/children 2>/dev/null)
        [ -n "$worker" ] && [ "$worker" != "$ended" ] && break
        sleep 0.05
      done
      sleep 0.3; kill -KILL $worker; ended=$worker
    }
    """

  @Test func `a worker that was ended from outside is tried once more`() throws {
    try TemporaryPlace.with { place in
      let lines = String(repeating: "1. Nhiệm vụ trọng tâm của năm\n", count: 60_000)
      try place.write(lines, to: "b.txt")
      let once = try Mucluc.shell("\(Self.workers)\nend; wait $run; echo $?", in: place)
      #expect(once.text == "0\n" && once.errors.isEmpty)
      #expect(
        try String(contentsOf: place.appendingPathComponent("out"), encoding: .utf8) == lines)
      let twice = try Mucluc.shell("\(Self.workers)\nend; end; wait $run; echo $?", in: place)
      #expect(twice.text == "1\n")
      #expect(twice.errors.contains("(signal 9)") && twice.errors.contains("[run.crashed]"))
    }
  }

  @Test func `an address space that is too small is told`() throws {
    try TemporaryPlace.with { place in
      try place.write("Kế hoạch\n", to: "a.txt")
      let small = try Mucluc.shell("ulimit -v 200000; mucluc convert a.txt --to text", in: place)
      #expect(small.status == 1)
      #expect(small.errors.contains("195 MiB of addresses") && small.errors.contains("ulimit -v"))
      let enough = try Mucluc.shell("ulimit -v 2000000; mucluc convert a.txt --to text", in: place)
      #expect(enough.text == "Kế hoạch\n" && enough.status == 0)
    }
  }
}

/// Names of files that hold anything but plain letters.
@Suite struct OddNameTests {
  private static let name = "a\u{1B}[31m\u{7}b\nc\u{202E}.txt"

  @Test(arguments: [
    "convert in --to json --output out", "check in", "check in --format github",
    "check in --format junit", "check in --format json", "check in --format sarif", "scan in",
    "convert in --to csv", "convert in/gone*", "show in/a*", "convert in --to markdown --output md",
  ])
  func `control characters of names reach no terminal`(_ command: String) throws {
    try TemporaryPlace.with { place in
      let folder = place.appendingPathComponent("in")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      // A letter with two tones is a warning; a file that is no document fails.
      try Data("1. Kế hoạch ta\u{301}\u{300}i\n3. Hai\n".utf8).write(
        to: folder.appendingPathComponent(Self.name))
      try Data("PK\u{3}\u{4}".utf8).write(
        to: folder.appendingPathComponent("x" + Self.name + ".docx"))
      let run = try Mucluc.shell("mucluc \(command) 2>&1", in: place)
      for control in ["\u{1B}", "\u{7}", "b\nc", "\u{202E}"] where !command.contains("csv") {
        #expect(!run.text.contains(control), "\(run.text)")
      }
      if command.hasPrefix("check in") && !command.contains("--format") {
        #expect(run.text.contains("in/a\\x1b[31m\\x07b\\nc\\u202e.txt: "))
      }
    }
  }

  @Test(arguments: [
    ("a\u{1B}b", "a\\x1bb"), ("a\nb\tc\r", "a\\nb\\tc\\r"), ("\u{9B}", "\\x9b"), ("\u{0}", "\\x00"),
    ("\u{2028}\u{202E}\u{2066}", "\\u2028\\u202e\\u2066"),
    // Letters, blanks and joiners are shown.
    ("Kế hoạch 50%.txt", "Kế hoạch 50%.txt"), ("e\u{301}", "e\u{301}"),
    ("a\u{A0}\u{200D}", "a\u{A0}\u{200D}"),
  ])
  func `what controls a terminal stands escaped`(_ path: String, _ shown: String) {
    #expect(SystemPath.shown(path).utf8.elementsEqual(shown.utf8))
  }

  @Test func `names that differ in composed letters alone are two files`() throws {
    try TemporaryPlace.with { place in
      let line = "mucluc convert in --to text -q --output out --report r.jsonl"
      let run = try Mucluc.shell(
        """
        mkdir in; nfc=$(printf 'in/\\303\\251.txt'); nfd=$(printf 'in/e\\314\\201.txt')
        echo một > "$nfc"; echo hai > "$nfd"; \(line); echo $?
        cat out/$(printf '\\303\\251.txt') out/$(printf 'e\\314\\201.txt')
        \(line) --skip-unchanged; grep -c '"status":"unchanged"' r.jsonl
        echo ba > "$nfd"; \(line) --skip-unchanged; cat out/$(printf 'e\\314\\201.txt')
        grep -c '"status":"unchanged"' r.jsonl
        """, in: place)
      #expect(run.text == "0\nmột\nhai\n2\nba\n1\n")
      #expect(run.errors.isEmpty)
    }
  }
}
