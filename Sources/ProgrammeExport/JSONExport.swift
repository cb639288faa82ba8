public import ProgrammeModel

/// Writes programmes as JSON.
public struct JSONExport: Sendable {
  /// Makes an export.
  public init() {}

  /// The bytes of one document.
  public func bytes(of programme: Programme) -> [UInt8] { [] }
}
