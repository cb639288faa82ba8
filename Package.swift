// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "MucLuc",
  platforms: [.macOS(.v13)],
  products: [
    .library(name: "MucLuc", targets: ["MucLuc"]),
    .executable(name: "mucluc", targets: ["MucLucCommand"]),
  ],
  // Exact versions: a release is made of the same sources wherever it is built.
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    // Only the tests need it: a reader of CSV that is not ours.
    .package(url: "https://github.com/swiftcsv/SwiftCSV", exact: "0.10.0"),
  ],
  targets: [
    // What is C: a module map and a shim each, nothing else.
    .systemLibrary(
      name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"]), .brew(["libzip"])]),
    .systemLibrary(
      name: "CXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),

    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
    .systemLibrary(
      name: "CXLSXWriter", pkgConfig: "xlsxwriter",
      providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])]),

    // What the stages share.
    .target(name: "VietnameseText"),
    .target(name: "VietnameseLanguage", dependencies: ["VietnameseText"]),
    .target(name: "ProgrammeModel", dependencies: ["VietnameseText"]),
    .target(name: "ContentDigest"),

    // The lines of a document, their markers, and the frame around them: what frame reading hands to outlining.
    .target(
      name: "DocumentLines",
      dependencies: ["ProgrammeModel", "VietnameseLanguage", "VietnameseText"]),

    // The pipeline: read → normalise → frame → outline → extract → emit. No stage sees another.
    .target(
      name: "DocumentReading",
      dependencies: ["CZip", "CXML2", "ProgrammeModel", "VietnameseLanguage", "VietnameseText"]),
    .target(name: "TextNormalising", dependencies: ["ProgrammeModel", "VietnameseText"]),
    .target(
      name: "FrameReading",
      dependencies: [
        "DocumentLines", "ProgrammeModel", "VietnameseLanguage", "VietnameseText",
      ]),
    .target(
      name: "TaskOutlining",
      dependencies: [
        "DocumentLines", "ProgrammeModel", "VietnameseLanguage", "VietnameseText",
      ]),
    .target(
      name: "FactExtraction",
      dependencies: ["ProgrammeModel", "VietnameseLanguage", "VietnameseText"]),
    .target(
      name: "ProgrammeExport",
      dependencies: ["ContentDigest", "ProgrammeModel", "VietnameseLanguage", "VietnameseText"]),

    // The workbook for people at a spreadsheet.
    .target(
      name: "ProgrammeWorkbook",
      dependencies: ["CXLSXWriter", "ProgrammeExport", "ProgrammeModel", "VietnameseLanguage"]),

    .target(
      name: "MucLuc",
      dependencies: [
        "ContentDigest", "DocumentReading", "TextNormalising", "FrameReading", "TaskOutlining",
        "FactExtraction", "ProgrammeExport", "DocumentLines", "ProgrammeModel",
        "VietnameseLanguage",
      ]),
    // Beside the pipeline: many documents in one SQLite database, to search in.
    .target(
      name: "ProgrammeArchive",
      dependencies: [
        "CSQLite", "ProgrammeModel", "VietnameseLanguage", "VietnameseText",
      ]),
    // Many files at once: inputs, threads, worker processes, results that are whole or absent, a report to go on from.
    .target(
      name: "BatchConversion",
      dependencies: [
        "ContentDigest", "MucLuc", "ProgrammeModel", "DocumentReading", "ProgrammeArchive",
        "ProgrammeExport", "ProgrammeWorkbook",
      ]),
    // The command line: what was typed, and what is printed.
    .executableTarget(
      name: "MucLucCommand",
      dependencies: [
        "BatchConversion", "ContentDigest", "MucLuc", "ProgrammeModel", "DocumentReading",
        "ProgrammeArchive", "ProgrammeExport", "VietnameseLanguage", "VietnameseText",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .target(name: "TestSupport", dependencies: ["ProgrammeModel"], path: "Tests/TestSupport"),
    .testTarget(name: "VietnameseTextTests", dependencies: ["VietnameseText", "TestSupport"]),
    .testTarget(
      name: "VietnameseLanguageTests",
      dependencies: ["VietnameseLanguage", "VietnameseText", "TestSupport"]),
    .testTarget(
      name: "DocumentReadingTests",
      dependencies: ["DocumentReading", "ProgrammeModel", "VietnameseText", "TestSupport"]),
    .testTarget(
      name: "TextNormalisingTests",
      dependencies: ["TextNormalising", "ProgrammeModel", "VietnameseText", "TestSupport"]),
    .testTarget(
      name: "DocumentLinesTests",
      dependencies: ["DocumentLines", "VietnameseLanguage", "VietnameseText", "TestSupport"]),
    .testTarget(
      name: "FrameReadingTests",
      dependencies: [
        "FrameReading", "DocumentLines", "ProgrammeModel", "VietnameseLanguage", "VietnameseText",
        "TestSupport",
      ]),
    .testTarget(
      name: "TaskOutliningTests",
      dependencies: ["FrameReading", "TaskOutlining", "ProgrammeModel", "TestSupport"]),
    .testTarget(
      name: "FactExtractionTests",
      dependencies: [
        "FactExtraction", "ProgrammeModel", "VietnameseLanguage", "VietnameseText", "TestSupport",
      ]),
    .testTarget(
      name: "ProgrammeExportTests",
      dependencies: [
        "ProgrammeExport", "ProgrammeModel", "TestSupport", "SwiftCSV",
      ]),
    .testTarget(
      name: "ProgrammeWorkbookTests",
      dependencies: ["ProgrammeWorkbook", "ProgrammeModel", "TestSupport"]),
    .testTarget(
      name: "MucLucTests",
      dependencies: [
        "MucLuc", "DocumentReading", "ProgrammeModel", "VietnameseLanguage", "VietnameseText",
        "TestSupport",
      ]),
    .testTarget(
      name: "ProgrammeArchiveTests",
      dependencies: [
        "MucLuc", "ProgrammeArchive", "ProgrammeModel", "VietnameseText", "TestSupport",
      ]),
    .testTarget(name: "HostileTests", dependencies: ["MucLuc", "DocumentReading", "TestSupport"]),
    .testTarget(
      name: "BatchConversionTests",
      dependencies: ["BatchConversion", "ContentDigest", "DocumentReading", "ProgrammeModel"]),
    .testTarget(
      name: "MucLucCommandTests",
      dependencies: [
        "BatchConversion", "ContentDigest", "MucLucCommand", "DocumentReading", "ProgrammeModel",
        "TestSupport",
      ]),
  ]
)

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
  ]
}
