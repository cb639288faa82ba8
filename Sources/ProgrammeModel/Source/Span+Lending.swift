extension Span where Element: ~Copyable {
  /// Calls `body` with every element.
  ///
  /// A loop over an array copies each of its elements and counts the references in it twice. Here nothing says
  /// that elements can be copied: they are lent.
  @inlinable
  func forEach(_ body: (borrowing Element) -> Void) {
    for index in indices { body(self[index]) }
  }
}
