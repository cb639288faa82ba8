/// A file that somebody made to do harm, and how reading it must end.
public struct HostileFile: Sendable, CustomStringConvertible {
  /// What is wrong with it, which is also its name.
  public var name: String

  /// `result`, or the code of the error and the limit that is met.
  public var ending = "result"

  /// The extension of its name, unless it is a Word document.
  public var type = "txt"

  /// How it ends where a hundred times as much meets a limit.
  public var fullEnding: String?

  /// Makes the bytes; where there is more of something than anybody writes, as many as the count says.
  public var make: @Sendable (_ count: Int) throws -> [UInt8]

  /// Whether it is a Word document.
  public var isWord = false

  /// What the file is called.
  public var fileName: String {
    name.replacing(" ", with: "-") + ".\(isWord ? "docx" : type)"
  }
  /// Its name.
  public var description: String { name }

  /// All of them but those that need another program to be made.
  public static let all = texts + packages + markup
}
