internal import CXML2

/// The library that takes XML and HTML apart.
enum LibXML {
  /// Sets the library up, once for the process, before the first thread uses it.
  ///
  /// libxml2 sets itself up at its first use, and not safely where two threads are the first: both can
  /// wait for each other for ever. Its manual therefore demands this call before threads (`xmlInitParser`,
  /// parser.h). Everything that calls the library touches this first.
  static let isReady: Bool = {
    xmlInitParser()
    return true
  }()

  /// The object that the library hands to a callback.
  static func object<Object: AnyObject>(
    of context: UnsafeMutableRawPointer?, as type: Object.Type
  ) -> Object? {
    unsafe context.map { unsafe Unmanaged<Object>.fromOpaque($0).takeUnretainedValue() }
  }

  /// A text of the library, which ends with a zero; none is empty.
  static func text(_ letters: UnsafePointer<xmlChar>?) -> String {
    unsafe letters.map { unsafe String(cString: $0) } ?? ""
  }

  /// The bytes from a place of the library's up to another.
  static func bytes(_ start: UnsafePointer<xmlChar>?, _ end: UnsafePointer<xmlChar>?) -> [UInt8] {
    guard let start = unsafe start, let end = unsafe end else { return [] }
    return unsafe Array(UnsafeBufferPointer(start: start, count: end - start))
  }
}
