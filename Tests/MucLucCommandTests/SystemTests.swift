import Foundation
import TestSupport
import Testing

/// What the system may do to a run: no permission, no space, files that vanish.
@Suite(.serialized) struct SystemTests {
  static let canBeNobody = Mucluc.canRun("setpriv", "--reuid=65534", "--clear-groups", "true")
  static let canTrace = Mucluc.canRun("strace", "-o", "/dev/null", "true")
  static let canMount = Mucluc.canRun(
    "sh", "-c", "d=$(mktemp -d) && mount -t tmpfs none $d && umount $d && rmdir $d")

  @Test(.enabled(if: canBeNobody, "an unprivileged user is needed, and setpriv to become one"))
  func `without permission to read or write a line says so`() throws {
    try TemporaryPlace.with { place in
      try place.write("Nhiệm vụ\n", to: "a.txt")
      try place.write("Nhiệm vụ\n", to: "open/b.txt")
      let run = try Mucluc.shell(
        """
        chmod 600 a.txt; mkdir closed locked; chmod 755 . closed; chmod 700 locked
        cp $(command -v mucluc) ./m; chmod 755 m
        as="setpriv --reuid=65534 --regid=65534 --clear-groups ./m"
        $as convert a.txt --to text; echo $?
        $as convert open/b.txt --to text -q --output closed/b.txt; echo $?
        $as convert locked --to text --output o 2>&1 | head -1
        $as convert open --to text --output closed/deep/er -q; echo $?
        $as convert open/b.txt --to text --report closed/r.jsonl; echo $?
        ls -A closed
        """, in: place)
      #expect(
        run.errors == """
          a.txt: error: no permission to read it. Ask its owner for the right to read [read.no-permission]
          open/b.txt: error: no permission to write closed/b.txt. Choose another --output [write.no-permission]
          open/b.txt: error: no permission to write closed/deep/er/b.txt. Choose another --output [write.no-permission]
          mucluc: error: no permission to write closed/r.jsonl. Choose another --output [write.no-permission]

          """)
      #expect(
        run.text == """
          1
          1
          locked: error: no permission to read it. Ask its owner for the right to read [read.no-permission]
          1
          1

          """)
    }
  }

  @Test(.enabled(if: canMount, "a small disk is needed, and the right to mount one"))
  func `a full disk fails the files that do not fit and leaves nothing half-written`() throws {
    try TemporaryPlace.with { place in
      for number in 1...4 {
        let text = String(repeating: "Nhiệm vụ \(number)\n", count: 5000)
        try place.write(text, to: "in/\(number).txt")
      }
      let run = try Mucluc.shell(
        """
        mkdir out; mount -t tmpfs -o size=192k none out
        mucluc convert in --to text --output out --jobs 1; echo $?
        ls -A out; wc -c < out/1.txt; umount out
        """, in: place)
      #expect(run.errors.contains("no space left to write out/"))
      #expect(run.errors.contains("write.disk-full"))
      #expect(run.text.hasPrefix("1\n1.txt\n"))
      #expect(!run.text.contains(".tmp"))
      #expect(
        run.lines.last == "\(try Data(contentsOf: place.appendingPathComponent("in/1.txt")).count)")
    }
  }

  @Test(.enabled(if: canMount, "a small disk is needed, and the right to mount one"))
  func `a report that does not fit on the disk ends with a whole line`() throws {
    try TemporaryPlace.with { place in
      for number in 1...60 { try place.write("Nhiệm vụ \(number)\n", to: "in/\(number).txt") }
      let run = try Mucluc.shell(
        """
        mkdir full; mount -t tmpfs -o size=16k none full
        mucluc convert in --to text --output out --report full/r.jsonl --jobs 1; echo $?
        tail -c 1 full/r.jsonl | od -An -c; ls -A full; umount full
        """, in: place)
      #expect(run.errors.contains("no space left to write full/r.jsonl"))
      #expect(run.lines == ["1", "  \\n", "r.jsonl"])
    }
  }

  @Test(.enabled(if: canTrace, "strace is needed"))
  func `an input that is cut while it is read fails, one that is deleted is read to its end`()
    throws
  {
    try TemporaryPlace.with { place in
      try place.write(String(repeating: "Nhiệm vụ\n", count: 3), to: "a.txt")
      let slow =
        "strace -f -o trace -P a.txt -e trace=read -e inject=read:delay_enter=4000000:when=1"
      let cut = try Mucluc.shell(
        "(\(slow) mucluc convert a.txt --to text; echo $?) & sleep 2; : > a.txt; wait", in: place)
      #expect(
        cut.errors.hasSuffix(
          "a.txt: error: it changed while it was read. Run again when nobody writes to it "
            + "[read.changed-while-read]\n"))
      #expect(cut.text == "1\n")
      try place.write("Nhiệm vụ\n", to: "a.txt")
      let deleted = try Mucluc.shell(
        "(\(slow) mucluc convert a.txt --to text -q; echo $?) & sleep 2; rm a.txt; wait",
        in: place)
      #expect(deleted.text == "Nhiệm vụ\n0\n")
    }
  }

  @Test func `an output folder that is removed again and again leaves nothing half-written`() throws
  {
    try TemporaryPlace.with { place in
      for number in 1...60 {
        try place.write("Nhiệm vụ \(number)\n", to: "in/\(number % 7)/\(number).txt")
      }
      let run = try Mucluc.shell(
        """
        (while [ ! -e done ]; do rm -rf out 2>/dev/null; done) &
        mucluc convert in --to text --output out -q --jobs 4; touch done; wait
        find out -name '*.tmp' 2>/dev/null | wc -l
        """, in: place)
      #expect(run.text == "0\n")
      for line in run.errors.split(separator: "\n") {
        #expect(line.contains("write.folder-missing") || line.contains("write.failed"), "\(line)")
      }
    }
  }

  @Test(.enabled(if: canTrace, "strace is needed"))
  func `nothing outside the output folder is written`() throws {
    try TemporaryPlace.with { place in
      for number in 1...5 { try place.write("Nhiệm vụ \(number)\n", to: "in/\(number).txt") }
      let calls =
        "openat,open,creat,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,link,symlink,"
        + "linkat,symlinkat,truncate,chmod,fchmodat,mknod,rmdir"
      let run = try Mucluc.shell(
        "strace -f -o trace -e trace=\(calls) mucluc convert in --output out -q --jobs 2", in: place
      )
      #expect(run.status == 0)
      let trace = try String(contentsOf: place.appendingPathComponent("trace"), encoding: .utf8)
      let writes = trace.split(separator: "\n").filter { line in
        let isOpen = line.contains("open")
        return line.contains("\"")
          && (!isOpen || line.contains("O_WRONLY") || line.contains("O_RDWR")
            || line.contains("O_CREAT"))
      }
      #expect(writes.count >= 10)
      for line in writes {
        let paths = line.split(separator: "\"").enumerated().filter { $0.offset % 2 == 1 }
        for path in paths {
          #expect(path.element == "out" || path.element.hasPrefix("out/"), "\(line)")
        }
      }
    }
  }

  @Test func `what a killed run left is removed by the next`() throws {
    try TemporaryPlace.with { place in
      try place.write("Nhiệm vụ\n", to: "in/a.txt")
      // No process has so high a number; the other is that of a living one.
      let living = ProcessInfo.processInfo.processIdentifier
      try place.write("half", to: "out/.mucluc-99999999-1.tmp")
      try place.write("half", to: "out/.mucluc-\(living)-1.tmp")
      try place.write("mine", to: "out/.mucluc-notes.tmp")
      let run = try Mucluc.run("convert", "in", "--to", "text", "--output", "out", "-q", in: place)
      #expect(run.status == 0)
      #expect(
        Set(try place.appendingPathComponent("out").contents().keys)
          == ["a.txt", ".mucluc-\(living)-1.tmp", ".mucluc-notes.tmp"])
    }
  }

  @Test func `threads that begin at the same moment do not wait for each other for ever`() throws {
    try TemporaryPlace.with { place in
      let word = Fixtures.folder.appendingPathComponent("programmes/action-plan-word/input.docx")
      for name in ["a.docx", "b.docx"] {
        try FileManager.default.copyItem(at: word, to: place.appendingPathComponent(name))
      }
      // What sets itself up at its first use does so once a process: only many processes show a race.
      for _ in 1...40 {
        let process = Mucluc.start(
          Mucluc.path, ["convert", "a.docx", "b.docx", "--jobs", "2", "-q", "--to", "jsonl"],
          in: place)
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        let end = Date(timeIntervalSinceNow: 60)
        while process.isRunning, Date() < end { usleep(5_000) }
        let hangs = process.isRunning
        if hangs { kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
        #expect(!hangs && process.terminationStatus == 0)
        guard !hangs else { break }
      }
    }
  }
}
