import Foundation
import TestSupport
import Testing

@testable import BatchConversion
@testable import MucLucCommand

/// Time, memory and crashes: a worker process is ended, the others go on.
@Suite(.serialized) struct LimitTests {
  /// A text that takes seconds and hundreds of megabytes.
  static func writeLargeText(to place: URL, _ path: String, paragraphs: Int = 400_000) throws {
    let line = "- Tiếp tục thực hiện Kế hoạch số 12-KH/HU ngày 01/02/2030 của Huyện ủy Tân Mỹ.\n"
    try place.write(String(repeating: line, count: paragraphs), to: path)
  }

  @Test func `a file that takes too long fails and the others go on`() throws {
    try TemporaryPlace.with { place in
      try Self.writeLargeText(to: place, "in/b.txt")
      for name in ["a", "c", "d"] { try place.write("Nhiệm vụ \(name)\n", to: "in/\(name).txt") }
      let run = try Mucluc.run(
        "convert", "in", "--to", "text", "--time-limit", "3", "--output", "out", "--lang", "en",
        in: place)
      #expect(
        run.errors.contains(
          "in/b.txt: error: it took longer than 3 seconds and was stopped. "
            + "Raise --time-limit if you trust the file [run.time-limit]"))
      #expect(run.status == 1)
      #expect(
        Set(try place.appendingPathComponent("out").contents().keys) == ["a.txt", "c.txt", "d.txt"])
    }
  }

  @Test func `a file that needs too much memory fails and the others go on`() throws {
    try TemporaryPlace.with { place in
      try Self.writeLargeText(to: place, "b.txt")
      try place.write("Nhiệm vụ\n", to: "a.txt")
      let run = try Mucluc.run(
        "convert", "a.txt", "b.txt", "a.txt", "--to", "text", "--memory-limit", "60M", "-q",
        in: place)
      #expect(
        run.errors == """
          b.txt: error: it needed more than 60 MiB of memory and was stopped. \
          Raise --memory-limit if you trust the file [run.memory-limit]

          """)
      #expect(run.text == "Nhiệm vụ\nNhiệm vụ\n")
      #expect(run.status == 1)
    }
  }

  @Test func `limits change no result`() throws {
    for name in ["quarterly-programme/input.txt", "action-plan-word/input.docx"] {
      let path = Fixtures.folder.appendingPathComponent("programmes/\(name)").path
      for format in ["json", "csv", "text"] {
        let plain = try Mucluc.run("convert", path, "--to", format)
        let limited = try Mucluc.run(
          "convert", path, "--to", format, "--time-limit", "100", "--memory-limit", "4G")
        #expect(plain.output == limited.output)
        #expect(plain.errors == limited.errors)
        #expect(plain.status == 0 && limited.status == 0)
      }
      let checks = try ["-q", "--time-limit=100"].map { try Mucluc.run("check", path, $0).text }
      #expect(checks[0] == checks[1])
    }
  }

  @Test func `a crash is a failure of the one file`() throws {
    try TemporaryPlace.with { place in
      try Self.writeLargeText(to: place, "b.txt")
      try place.write("Nhiệm vụ\n", to: "a.txt")
      // The worker is the child of the run; while it works on the large file it is made to crash.
      let run = try Mucluc.shell(
        """
        mucluc convert b.txt a.txt --to text -q --jobs 1 --time-limit 100 & run=$!
        while [ -z "$worker" ]; do worker=$(cat /proc/$run/task/$run/children); done
        sleep 1; kill -SEGV $worker; wait $run; echo $?
        """, in: place)
      #expect(
        run.errors == """
          b.txt: error: the program failed on it (signal 11). Please report it with the file \
          [run.crashed]

          """)
      #expect(run.text == "Nhiệm vụ\n1\n")
    }
  }

  @Test func `a worker ends with the run that started it`() throws {
    try TemporaryPlace.with { place in
      try Self.writeLargeText(to: place, "b.txt", paragraphs: 2_000_000)
      let run = try Mucluc.shell(
        """
        mucluc convert b.txt --to text -q --time-limit 100 > /dev/null &
        run=$!; while [ -z "$worker" ]; do worker=$(cat /proc/$run/task/$run/children); done
        sleep 1; kill -KILL $run
        for i in $(seq 100); do kill -0 $worker 2>/dev/null || { echo gone; break; }; sleep 0.1; done
        """, in: place)
      #expect(run.text == "gone\n")
    }
  }

  @Test(arguments: [
    ("--max-total-bytes", "10"), ("--max-entries", "2"), ("--max-part-bytes", "100"),
    ("--max-element-depth", "3"), ("--max-text-bytes", "1"), ("--max-total-bytes", "1K"),
  ])
  func `a reading limit that is met is a failure that names it`(
    _ option: String, _ value: String
  ) throws {
    let path = Fixtures.folder.appendingPathComponent("programmes/action-plan-word/input.docx").path
    let run = try Mucluc.run("convert", path, option, value)
    #expect(run.status == 1)
    #expect(run.errors.contains("[read.limit]"))
    #expect(run.output.isEmpty)
  }

  @Test(arguments: [
    ("500", 500), ("64K", 65536), ("2m", 2 << 20), ("1G", 1 << 30), ("0", nil), ("-1", nil),
    ("K", nil),
    ("1.5M", nil), ("99999999999G", nil), ("", nil),
  ])
  func `sizes are read with their units`(_ text: String, _ bytes: Int?) {
    #expect(ByteSize(argument: text)?.bytes == bytes)
  }
}
