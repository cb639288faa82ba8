import Benchmark
import DocumentReading
import FactExtraction
import Foundation
import FrameReading
import MucLuc
import ProgrammeExport
import TaskOutlining
import TextNormalising

/// Each stage by itself over the Word fixtures, on what the stage before it made.
let benchmarks: @Sendable () -> Void = {
  let inputs = wordFixtures()
  let sources = inputs.compactMap { try? DocumentReader().read($0, named: "input.docx").value }
  let texts = sources.map { Normaliser().normalise($0).value }
  let frames = texts.map { FrameReader().read($0).value }
  let trees = frames.map { Outliner().outline($0).value }
  let programmes = inputs.compactMap {
    try? Pipeline().convert($0, named: "input.docx").programme
  }
  Benchmark.defaultConfiguration.metrics = [
    .cpuTotal, .wallClock, .instructions, .peakMemoryResident,
  ]
  Benchmark.defaultConfiguration.maxDuration = .seconds(5)

  Benchmark("read") { benchmark in
    for _ in benchmark.scaledIterations {
      for input in inputs { blackHole(try? DocumentReader().read(input, named: "input.docx")) }
    }
  }
  Benchmark("normalise") { benchmark in
    for _ in benchmark.scaledIterations {
      for source in sources { blackHole(Normaliser().normalise(source)) }
    }
  }
  Benchmark("frame") { benchmark in
    for _ in benchmark.scaledIterations {
      for text in texts { blackHole(FrameReader().read(text)) }
    }
  }
  Benchmark("outline") { benchmark in
    for _ in benchmark.scaledIterations {
      for frame in frames { blackHole(Outliner().outline(frame)) }
    }
  }
  Benchmark("extract") { benchmark in
    for _ in benchmark.scaledIterations {
      for tree in trees { blackHole(FactExtractor().extract(from: tree)) }
    }
  }
  Benchmark("emit") { benchmark in
    for _ in benchmark.scaledIterations {
      for programme in programmes { blackHole(programme.json(pretty: false)) }
    }
  }
  Benchmark("whole") { benchmark in
    for _ in benchmark.scaledIterations {
      for input in inputs {
        blackHole(try? Pipeline().convert(input, named: "input.docx").programme.json(pretty: false))
      }
    }
  }
}

/// The bytes of the Word documents among the fixtures.
private func wordFixtures() -> [[UInt8]] {
  let folder = URL(fileURLWithPath: #filePath).appendingPathComponent(
    "../../../../Fixtures/programmes"
  ).standardized
  let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
  return (walk?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "docx" }
    .sorted { $0.path < $1.path }
    .compactMap { try? [UInt8](Data(contentsOf: $0)) }
}
