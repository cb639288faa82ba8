// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "MucLuc",
  platforms: [.macOS(.v13)],
  products: [
    .library(name: "MucLuc", targets: ["MucLuc"]),
    .executable(name: "mucluc", targets: ["MucLucCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    // Only the tests need it: a reader of CSV that is not ours.
    .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
  ],
  targets: [
    // What is C: a module map and a shim each, nothing else.
    .systemLibrary(
      name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"]), .brew(["libzip"])]),
    .systemLibrary(
      name: "CXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),

    // What the stages share.
    .target(name: "VietnameseText"),
    .target(name: "ProgrammeModel", dependencies: ["VietnameseText"]),
    .target(name: "ContentDigest"),

    // The pipeline: read → normalise → outline → extract → emit. No stage sees another.
    .target(
      name: "DocumentReading", dependencies: ["CZip", "CXML2", "ProgrammeModel", "VietnameseText"]),
    .target(name: "TextNormalising", dependencies: ["ProgrammeModel", "VietnameseText"]),
    .target(name: "TaskOutlining", dependencies: ["ProgrammeModel", "VietnameseText"]),
    .target(name: "FactExtraction", dependencies: ["ProgrammeModel", "VietnameseText"]),
    .target(
      name: "ProgrammeExport", dependencies: ["ContentDigest", "ProgrammeModel", "VietnameseText"]),

    .target(
      name: "MucLuc",
      dependencies: [
        "ContentDigest", "DocumentReading", "TextNormalising", "TaskOutlining", "FactExtraction",
        "ProgrammeExport", "ProgrammeModel",
      ]),
    .executableTarget(
      name: "MucLucCommand",
      dependencies: [
        "ContentDigest", "MucLuc", "ProgrammeModel", "DocumentReading", "ProgrammeExport",
        "VietnameseText",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .target(name: "TestSupport", dependencies: ["ProgrammeModel"], path: "Tests/TestSupport"),
    .testTarget(name: "VietnameseTextTests", dependencies: ["VietnameseText", "TestSupport"]),
    .testTarget(
      name: "DocumentReadingTests",
      dependencies: ["DocumentReading", "ProgrammeModel", "VietnameseText", "TestSupport"]),
    .testTarget(
      name: "TextNormalisingTests",
      dependencies: ["TextNormalising", "ProgrammeModel", "VietnameseText", "TestSupport"]),
    .testTarget(
      name: "TaskOutliningTests",
      dependencies: ["TaskOutlining", "ProgrammeModel", "VietnameseText", "TestSupport"]),
    .testTarget(
      name: "FactExtractionTests",
      dependencies: ["FactExtraction", "ProgrammeModel", "VietnameseText", "TestSupport"]),
    .testTarget(
      name: "ProgrammeExportTests",
      dependencies: [
        "ProgrammeExport", "ProgrammeModel", "TestSupport", "SwiftCSV",
      ]),
    .testTarget(
      name: "MucLucTests",
      dependencies: [
        "MucLuc", "DocumentReading", "ProgrammeModel", "VietnameseText", "TestSupport",
      ]),
    .testTarget(name: "HostileTests", dependencies: ["MucLuc", "DocumentReading", "TestSupport"]),
    .testTarget(
      name: "MucLucCommandTests",
      dependencies: [
        "ContentDigest", "MucLucCommand", "DocumentReading", "ProgrammeModel", "TestSupport",
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
