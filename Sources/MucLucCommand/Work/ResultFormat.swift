internal import MucLuc
internal import ProgrammeModel

/// The names of the formats of results (`--to`).
enum FormatName: String, CaseIterable, Sendable {
  case json, jsonl, csv, text, markdown, html
  case archiveCSV = "archive-csv"

  /// The extension of files in this format.
  var fileExtension: String {
    switch self {
    case .json: "json"
    case .jsonl: "jsonl"
    case .csv, .archiveCSV: "csv"
    case .text: "txt"
    case .markdown: "md"
    case .html: "html"
    }
  }

  /// Whether the results of several inputs are one file.
  var isOneFile: Bool {
    switch self {
    case .jsonl, .csv, .archiveCSV: true
    case .json, .text, .markdown, .html: false
    }
  }

  /// Whether the results of several inputs may go to standard output, one after the other.
  var isStream: Bool {
    switch self {
    case .jsonl, .csv, .text: true
    case .json, .markdown, .html, .archiveCSV: false
    }
  }
}

/// A format of results with its options.
struct ResultFormat: Hashable, Sendable {
  /// The format.
  var name: FormatName

  /// Whether JSON is set over several lines.
  var isPretty = true

  /// The options as the report names them.
  var settings: String { "to=\(name.rawValue) pretty=\(isPretty)" }

  /// The bytes of the result for one document.
  func bytes(of conversion: Conversion) -> [UInt8] {
    switch name {
    case .text: conversion.text.plainText()
    default: conversion.programme.json(pretty: isPretty)
    }
  }

  /// The CSVW metadata of a table with this file name, or `nil` for other formats.
  func metadata(named name: String) -> [UInt8]? { nil }

  /// The bytes of one more document of a stream.
  func following(_ bytes: [UInt8], isFirst: Bool) -> [UInt8] { bytes }

  /// The stream of no documents.
  var empty: [UInt8] { [] }
}
