internal import ContentDigest

/// The style sheet and the script of the index of a site, from Pages/.
enum SitePage {
  /// What the index has beside the style sheet of the review page.
  static let style = styleText.description

  /// The script.
  static let script = scriptText.description

  /// The SHA-256 digest of the script in base 64, by which the page's policy knows it.
  static let scriptDigest = ReviewPage.base64(hexadecimal: Digest.sha256(Array(script.utf8)))

  /// The scripts beside a page: from a server those of its origin, from a drive those of files.
  static let besidePolicy = "'self' file:"
}
