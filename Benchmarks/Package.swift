// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v13)],
  dependencies: [
    .package(name: "MucLuc", path: ".."),
    // Without its traits: their counts of allocations need packages that Linux builds do without.
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .systemLibrary(name: "CZipForFloor", pkgConfig: "libzip"),
    .systemLibrary(name: "CXML2ForFloor", pkgConfig: "libxml-2.0"),
    .target(name: "CFloor", dependencies: ["CZipForFloor", "CXML2ForFloor"]),
    .executableTarget(
      name: "mucluc-benchmark",
      dependencies: ["CFloor", .product(name: "MucLuc", package: "MucLuc")],
      path: "Sources/MucLucBenchmark"),
    .executableTarget(
      name: "Stages",
      dependencies: [
        .product(name: "MucLuc", package: "MucLuc"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/Stages",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
  ]
)
