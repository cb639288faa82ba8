/// A file that somebody made to do harm, and how reading it must end.
struct HostileFile: Sendable, CustomStringConvertible {
  /// What is wrong with it, which is also its name.
  var name: String

  /// `result`, or the code of the error and the limit that is met.
  var ending = "result"

  /// Makes the bytes; where there is more of something than anybody writes, as many as the count says.
  var make: @Sendable (_ count: Int) throws -> [UInt8]

  /// Whether it is a Word document.
  var isWord = false

  var fileName: String { name.replacing(" ", with: "-") + (isWord ? ".docx" : ".txt") }
  var description: String { name }
}
