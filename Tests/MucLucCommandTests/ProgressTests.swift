import Foundation
import TestSupport
import Testing

/// What a run tells while it goes on: on a terminal, in a log.
@Suite(.serialized) struct ProgressTests {
  static let hasTerminals = Mucluc.canRun("script", "--version")

  @Test(.enabled(if: hasTerminals, "script (util-linux) is needed to make a terminal"))
  func `a terminal shows a bar, counts, the rate, the time left and the current file`() throws {
    try TemporaryPlace.with { place in
      for number in 1...300 {
        let text = String(repeating: "\(number). Nhiệm vụ trước ngày 15/3/2030.\n", count: 40)
        try place.write(text, to: "in/\(number).txt")
      }
      let run = try Mucluc.shell(
        "script -qec 'stty cols 100; mucluc convert in --output out --jobs 1' /dev/null", in: place)
      #expect(
        run.text.contains(/\r\u{1B}\[2K[█░]{20}  \d+ of 300  \d+\/s  \d+ s left  in\/\d+\.txt/))
      #expect(run.text.contains("converted: 300"))
    }
  }

  @Test func `a log gets no line of a run that is over soon`() throws {
    try TemporaryPlace.with { place in
      for number in 1...20 { try place.write("Nhiệm vụ\n", to: "in/\(number).txt") }
      let run = try Mucluc.run("convert", "in", "--output", "out", in: place)
      #expect(run.errors == "converted: 20\nencodings of text files: utf-8 20\n")
    }
  }

  @Test func `a log gets a line every ten seconds`() throws {
    try TemporaryPlace.with { place in
      try place.write("Nhiệm vụ\n", to: "a.txt")
      // A file that comes slowly: a pipe whose writer takes its time.
      let run = try Mucluc.shell(
        """
        mkfifo b.txt; (sleep 12; echo 'Nhiệm vụ' > b.txt) &
        mucluc convert a.txt b.txt --to text --output out --jobs 2; wait
        """, in: place)
      #expect(
        run.errors.hasPrefix("1 of 2  0/s  10 s left  b.txt\nconverted: 2\n"), "\(run.errors)")
    }
  }
}
