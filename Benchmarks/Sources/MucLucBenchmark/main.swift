// Measures the pipeline and each of its stages against the least that any reader on libzip and libxml2 must spend.
//
// usage: swift run -c release --package-path Benchmarks mucluc-benchmark [--rounds N] [--json] [FOLDER or FILE ...]
//
// Rounds alternate between the floor and the pipeline, so that a busy machine is unfair to neither. CPU seconds are those of
// the whole process, the median of all rounds. Without arguments the fixtures are read.

import CFloor
import DocumentLines
import DocumentReading
import FactExtraction
import Foundation
import FrameReading
import MucLuc
import ProgrammeExport
import ProgrammeModel
import TaskOutlining
import TextNormalising

var rounds = 5
var asJSON = false
var paths: [String] = []
var arguments = CommandLine.arguments.dropFirst()
while let argument = arguments.popFirst() {
  switch argument {
  case "--rounds": rounds = arguments.popFirst().flatMap { Int($0) } ?? rounds
  case "--json": asJSON = true
  default: paths.append(argument)
  }
}
if paths.isEmpty {
  paths = [
    URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../Fixtures").standardized.path
  ]
}

struct Input {
  var name: String
  var bytes: [UInt8]
}

let inputs: [Input] = paths.flatMap { path -> [Input] in
  var isFolder: ObjCBool = false
  guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return [] }
  let files =
    isFolder.boolValue
    ? (FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? [])
      .map { path + "/" + $0 } : [path]
  return files.filter { $0.hasSuffix(".docx") }.sorted().compactMap { file in
    FileManager.default.contents(atPath: file).map {
      Input(name: URL(fileURLWithPath: file).lastPathComponent, bytes: [UInt8]($0))
    }
  }
}

func cpuSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

func measure(_ body: () -> Void) -> Double {
  let start = cpuSeconds()
  body()
  return cpuSeconds() - start
}

func median(_ values: [Double]) -> Double {
  let sorted = values.sorted()
  return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
}

let stages = ["floor", "whole", "read", "normalise", "frame", "outline", "extract", "emit"]
var times: [String: [Double]] = [:]
var xmlBytes = 0
for _ in 0..<rounds {
  times["floor", default: []].append(
    measure {
      xmlBytes = inputs.reduce(0) { total, input in
        total + input.bytes.withUnsafeBytes { floor_read($0.baseAddress, $0.count) }
      }
    })
  times["whole", default: []].append(
    measure {
      let words = WordCache()
      for input in inputs {
        guard
          let conversion = try? Pipeline().convert(input.bytes, named: input.name, words: words)
        else { continue }
        precondition(!JSONExport(style: .compact).bytes(of: conversion.programme).isEmpty)
      }
    })
  // Each stage by itself, on what the stage before it made.
  var sources: [SourceDocument] = []
  var texts: [NormalisedDocument] = []
  var frames: [Frame] = []
  var trees: [TaskTree] = []
  var facts: [TaskTree] = []
  times["read", default: []].append(
    measure {
      sources = inputs.compactMap { try? DocumentReader().read($0.bytes, named: $0.name).value }
    })
  times["normalise", default: []].append(
    measure {
      let words = WordCache()
      texts = sources.map { Normaliser().normalise($0, words: words).value }
    })
  times["frame", default: []].append(
    measure { frames = texts.map { FrameReader().read($0).value } })
  let metadata = frames.map(\.metadata)
  times["outline", default: []].append(
    measure { trees = frames.map { Outliner().outline($0).value } })
  times["extract", default: []].append(
    measure { facts = trees.map { FactExtractor().extract(from: $0).value } })
  let programmes = zip(zip(sources, metadata), facts).map { pair, tree in
    Programme(
      source: SourceDescription(
        name: pair.0.name, format: pair.0.format, byteCount: 0, sha256: "", encoding: nil,
        paragraphCount: pair.0.paragraphCount),
      metadata: pair.1, tree: tree, normalization: [],
      coverage: Coverage(sourceCharacters: 0, placedCharacters: 0, unread: []), diagnostics: [])
  }
  times["emit", default: []].append(
    measure {
      for programme in programmes { _ = JSONExport(style: .compact).bytes(of: programme) }
    })
}

var usage = rusage()
// RUSAGE_SELF, a number in one C library and an enumeration in another.
getrusage(0, &usage)
let floor = median(times["floor"] ?? [])
// Some megabytes of clean Vietnamese lines, behind everything else: they do not count for the peak of memory.
let cleanText = Array(
  String(
    repeating: """
      Tiếp tục rà soát, sửa đổi quy chế làm việc của Ban Thường vụ; phân công từng đồng chí phụ trách địa bàn.
      Tổ chức sơ kết sáu tháng và tổng kết năm, báo cáo kết quả về Văn phòng trước ngày mười lăm tháng mười hai.

      """, count: 40_000
  ).utf8)
let cleanDocument = try DocumentReader().read(cleanText, named: "clean.txt").value
let cleanTimes = (0..<rounds).map { _ in
  measure {
    let normalised = Normaliser().normalise(cleanDocument).value
    precondition(normalised.changes.countsByRule.isEmpty)
  }
}
let cleanRate = Double(cleanText.count) / median(cleanTimes)
if asJSON {
  let rows = stages.map { stage in
    let seconds = median(times[stage] ?? [])
    return "\"\(stage)\": {\"cpuSeconds\": \(seconds), \"ratio\": \(seconds / floor)}"
  }
  print(
    "{\"documents\": \(inputs.count), \"xmlBytes\": \(xmlBytes), \"rounds\": \(rounds), "
      + rows.joined(separator: ", ")
      + ", \"normaliseCleanText\": {\"bytes\": \(cleanText.count), \"bytesPerSecond\": \(cleanRate)}"
      + ", \"peakKilobytes\": \(usage.ru_maxrss)}")
} else {
  print("\(inputs.count) documents, \(xmlBytes / 1000) kB of XML, median of \(rounds) rounds")
  print("stage        CPU ms   × floor")
  for stage in stages {
    let seconds = median(times[stage] ?? [])
    let name = stage.padding(toLength: 10, withPad: " ", startingAt: 0)
    print(name + String(format: "%9.1f %9.2f", seconds * 1000, seconds / floor))
  }
  print(
    String(
      format: "clean text passes the normaliser at %.2f GB/s (%.1f MB in %d lines)",
      cleanRate / 1e9, Double(cleanText.count) / 1e6, cleanDocument.paragraphCount))
  print("peak memory \(usage.ru_maxrss / 1024) MB, all inputs and results in memory at once")
}
