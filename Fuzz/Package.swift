// swift-tools-version: 6.2
import PackageDescription

let doors = [
  "FuzzPackage", "FuzzWord", "FuzzBinary", "FuzzRTF", "FuzzHTML", "FuzzText", "FuzzOutline",
  "FuzzPipeline",
]

let package = Package(
  name: "Fuzz",
  platforms: [.macOS(.v13)],
  dependencies: [.package(name: "MucLuc", path: "..")],
  targets: [
    .target(name: "FuzzSupport", dependencies: [.product(name: "MucLuc", package: "MucLuc")]),
    .executableTarget(
      name: "CompareReadings", dependencies: [.product(name: "MucLuc", package: "MucLuc")]),
  ]
    + doors.map {
      .executableTarget(
        name: $0, dependencies: ["FuzzSupport", .product(name: "MucLuc", package: "MucLuc")])
    }
)
