internal import ProgrammeModel

/// The look of a run after styles are resolved.
struct RunLook: Equatable {
  /// The font of letters beyond ASCII, an index into the fonts.
  var font: Int32?
  /// Bold, italic, underlined, capitals.
  var style: RunStyle
  /// Whether Word hides the run (`w:vanish`).
  var isHidden: Bool
}
