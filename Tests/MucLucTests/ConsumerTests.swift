import Foundation
import TestSupport
import Testing

/// A package that uses the library, built as somebody else would build it.
@Suite struct ConsumerTests {
  @Test func `another package reads a document in ten lines`() throws {
    guard ProcessInfo.processInfo.environment["MUCLUC_FULL_TESTS"] == "1",
      let swift = Tool.path(of: "swift")
    else {
      print("skipped: building another package takes minutes; MUCLUC_FULL_TESTS=1 runs it")
      return
    }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let sources = folder.appendingPathComponent("Sources/Consumer")
    try FileManager.default.createDirectory(at: sources, withIntermediateDirectories: true)
    let name = Fixtures.project.lastPathComponent.lowercased()
    let manifest = """
      // swift-tools-version: 6.2
      import PackageDescription
      let package = Package(
        name: "Consumer", platforms: [.macOS(.v13)],
        dependencies: [.package(path: "\(Fixtures.project.path)")],
        targets: [
          .executableTarget(
            name: "Consumer", dependencies: [.product(name: "MucLuc", package: "\(name)")])
        ])
      """
    try Data(manifest.utf8).write(to: folder.appendingPathComponent("Package.swift"))
    try FileManager.default.copyItem(
      at: Fixtures.project.appendingPathComponent("Snippets/ReadDocument.swift"),
      to: sources.appendingPathComponent("main.swift"))
    let input = Fixtures.folder.appendingPathComponent("programmes/action-plan-word/input.docx")
    let output = try Tool.run(swift, ["run", "-q", "Consumer", input.path], in: folder)
    #expect(output.status == 0)
    #expect(String(decoding: output.bytes, as: UTF8.self).contains("I. MỤC ĐÍCH, YÊU CẦU"))
  }
}
