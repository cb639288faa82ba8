public import ProgrammeModel

/// Writes programmes as JSON, one object a document, in the order and with the keys of
/// `Schemas/document-2.schema.json`.
///
/// ```swift
/// JSONExport(style: .pretty).bytes(of: programme)  // for people
/// var lines: [UInt8] = []                          // JSON lines: one document a line
/// for programme in programmes { JSONExport().append(programme, to: &lines) }
/// ```
///
/// Every key is written, `null` where there is nothing, so that a reader never asks whether a key is
/// there. The bytes are UTF-8 and end with a line break; decoding them gives the same programme.
/// They are written without an encoder: that would take twice the time of reading the document.
public struct JSONExport: Sendable {
  /// How the text is laid out.
  public enum Style: Sendable {
    /// Everything on one line.
    case compact
    /// A key a line, two spaces a level.
    case pretty
  }

  /// How the text is laid out.
  public var style: Style

  /// Makes an export.
  public init(style: Style = .compact) {
    self.style = style
  }

  /// The bytes of one document.
  public func bytes(of programme: Programme) -> [UInt8] {
    var bytes = buffer(for: programme)
    append(programme, to: &bytes)
    return bytes
  }

  /// An empty buffer with room for the bytes of a document.
  private func buffer(for programme: Programme) -> [UInt8] {
    var bytes: [UInt8] = []
    // Most documents have about five bytes of JSON a character. Growing is cheap for the others, unless they are
    // large: then the bytes would be there twice for a while, and memory that is not written to costs nothing.
    let characters = min(programme.coverage.sourceCharacters, 1 << 24)
    bytes.reserveCapacity(4096 + characters * (characters > 1 << 20 ? 10 : 5))
    return bytes
  }

  /// Appends the bytes of one document; a buffer that is used again needs no new memory.
  public func append(_ programme: Programme, to bytes: inout [UInt8]) {
    var written: [UInt8] = []
    swap(&written, &bytes)
    var writer = JSONWriter(bytes: consume written, isPretty: style == .pretty)
    writer.value(programme)
    writer.literal("\n")
    bytes = writer.bytes
  }
}
