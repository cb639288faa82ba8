internal import ContentDigest

/// The place of a page in a site: a folder of pages with one index.
///
/// ```swift
/// SitePlace(page: "2023/q4.html").root        // "../"
/// SitePlace(page: "2023/q4.html").neighbours  // "index_files/next-0.js"
/// ```
package struct SitePlace: Hashable, Sendable {
  /// The address of the page from the folder of the site, as links spell it.
  package var page: String

  /// Makes a place.
  package init(page: String) {
    self.page = page
  }

  /// The way from the page to the folder of the site.
  package var root: String { String(repeating: "../", count: page.utf8.count { $0 == 0x2F }) }

  /// The piece that tells the pages before and after this one.
  ///
  /// A page names it and is not written anew when its neighbours change. There are sixteen of them, so that a page
  /// need not read about all the others.
  package var neighbours: String {
    "\(Self.folder)/next-\(Digest.sha256(Array(page.utf8)).prefix(1)).js"
  }

  /// The name of the index.
  package static let index = "index.html"

  /// The folder of the pieces that index and pages load.
  ///
  /// Browsers save what belongs to a page in a folder of such a name, and whoever walks folders for documents leaves
  /// it out.
  package static let folder = "index_files"
}
