internal import DocumentLines

/// The lines of a part's text where they stand among all lines of the document.
struct PartLines {
  private let all: [Line]
  private let places: [Int]

  /// Names the lines of a part by their places.
  init(_ all: consuming [Line], _ places: consuming [Int]) {
    self.all = all
    self.places = places
  }

  /// How many there are.
  var count: Int { places.count }

  /// The line at a place of the text.
  subscript(index: Int) -> Line {
    _read { yield all[places[index]] }
  }
}
