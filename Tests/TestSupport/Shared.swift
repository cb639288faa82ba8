public import Foundation

/// The material that lies beside the project, for measuring; absent on most machines.
public enum Shared {
  /// Its folder, or `nil` where it is absent.
  public static let folder: URL? = {
    let folder = Fixtures.project.deletingLastPathComponent().appendingPathComponent("shared")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()
}

/// The project's own fixtures.
public enum Fixtures {
  /// The project's top folder.
  public static let project = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The folder of fixtures.
  public static let folder = project.appendingPathComponent("Fixtures")
}
