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
}
