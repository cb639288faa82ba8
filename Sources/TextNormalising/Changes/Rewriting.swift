internal import ProgrammeModel
internal import VietnameseText

/// A paragraph's text while it is normalised: the changes that made it, and places that moved with them.
struct Draft {
  /// The text.
  var text: String
  /// What was changed, in the order of the text.
  var changes: [TextChanges.Entry] = []
  /// Ends of runs and places of notes, in bytes.
  var places: [Int] = []
  /// What the text may still need.
  var traits: WordTraits = []
}

/// A paragraph's text while passes go through it: what it is now, and every edit that made it so.
///
/// The text is rewritten in passes from left to right. Places in it (ends of runs, notes, the edits of
/// earlier passes) move along:
///
/// ```swift
/// var pass = text.pass()
/// while let scalar = pass.current { … pass.keep() … pass.replace(2, with: [0x1EBF], rule: .nfc) … }
/// text.apply(pass)
/// ```
struct Rewriting {
  /// The text now.
  private(set) var scalars: [UInt32]

  /// Ends of runs and places of notes, in scalars.
  private(set) var places: [Int]

  /// What was changed, by place; the later of two at one place stands behind the earlier.
  private(set) var edits: [Edit] = []

  /// The scalars of all edits: those before and those after the edit, one edit behind the other.
  private var pool: [UInt32] = []

  /// One change; its scalars stand in the shared `pool`, because every letter of a text may be changed.
  struct Edit {
    var rule: Rule
    var start: Int
    /// The number of the substitution in the record of changes, where the edit was recorded before.
    var substitution: Int?
    fileprivate var poolStart: Int
    fileprivate var beforeCount: Int
    fileprivate var afterCount: Int
  }

  /// What stood where the edit was made.
  func before(_ edit: Edit) -> ArraySlice<UInt32> {
    pool[edit.poolStart..<edit.poolStart + edit.beforeCount]
  }

  /// What stands there since.
  func after(_ edit: Edit) -> ArraySlice<UInt32> {
    let start = edit.poolStart + edit.beforeCount
    return pool[start..<start + edit.afterCount]
  }

  /// Takes a text, and places in it in bytes.
  init(_ text: String, places bytes: [Int]) {
    scalars = LegacyText.scalars(of: text)
    places = Rewriting.scalarPlaces(bytes, in: scalars)
  }

  /// Takes a draft, with the changes that were made to it.
  init(_ draft: Draft, _ recorder: ChangeRecorder) {
    self.init(draft.text, places: draft.places)
    let starts = Rewriting.scalarPlaces(draft.changes.map(\.offset), in: scalars)
    for (change, start) in zip(draft.changes, starts) {
      let substitution = recorder.substitutions[change.substitution]
      var edit = Edit(
        rule: recorder.rules[change.substitution], start: start,
        substitution: change.substitution, poolStart: pool.count, beforeCount: 0, afterCount: 0)
      for scalar in substitution.before.unicodeScalars { pool.append(scalar.value) }
      edit.beforeCount = pool.count - edit.poolStart
      for scalar in substitution.after.unicodeScalars { pool.append(scalar.value) }
      edit.afterCount = pool.count - edit.poolStart - edit.beforeCount
      edits.append(edit)
    }
  }

  /// The text with its edits, recorded as changes.
  func draft(_ recorder: inout ChangeRecorder) -> Draft {
    let offsets = byteOffsets
    return Draft(
      text: String(scalars: scalars),
      changes: edits.map { edit in
        TextChanges.Entry(
          substitution: edit.substitution
            ?? recorder.add(
              edit.rule, before: String(scalars: before(edit)), after: String(scalars: after(edit))),
          offset: offsets[edit.start])
      },
      places: places.map { offsets[$0] })
  }

  /// Places in bytes as places in scalars; they rise, but for those where another list of places begins.
  private static func scalarPlaces(_ bytes: [Int], in scalars: [UInt32]) -> [Int] {
    var offset = 0
    var index = 0
    return bytes.map { place in
      if place < offset { (offset, index) = (0, 0) }
      while offset < place, index < scalars.count {
        offset += utf8Length(scalars[index])
        index += 1
      }
      return index
    }
  }

  /// Starts to rewrite the text.
  func pass() -> Pass { Pass(scalars) }

  /// Takes over what a pass wrote.
  mutating func apply(_ pass: consuming Pass) {
    guard !pass.edits.isEmpty else { return }
    pass.keepRest()
    scalars = pass.written
    for index in places.indices { places[index] = pass.moved[places[index]] }
    guard !edits.isEmpty else {
      edits = pass.edits
      pool = pass.pool
      return
    }
    for index in edits.indices { edits[index].start = pass.moved[edits[index].start] }
    let shift = pool.count
    pool.append(contentsOf: pass.pool)
    for index in pass.edits.indices { pass.edits[index].poolStart += shift }
    var merged: [Edit] = []
    merged.reserveCapacity(edits.count + pass.edits.count)
    var next = 0
    for edit in edits {
      while next < pass.edits.count, pass.edits[next].start < edit.start {
        merged.append(pass.edits[next])
        next += 1
      }
      merged.append(edit)
    }
    merged.append(contentsOf: pass.edits[next...])
    edits = merged
  }

  /// Makes one edit of all where the text before them would not come back when they are undone one by one.
  mutating func collapseUnlessUndone(to text: String) {
    let text = LegacyText.scalars(of: text)
    guard let rule = edits.first?.rule, !isUndone(to: text) else { return }
    pool = text + scalars
    edits = [
      Edit(rule: rule, start: 0, poolStart: 0, beforeCount: text.count, afterCount: scalars.count)
    ]
  }

  /// Whether a text comes back when the edits are undone, from the last to the first.
  private func isUndone(to text: [UInt32]) -> Bool {
    // What stands behind the current place, in reverse.
    var tail: [UInt32] = []
    var end = scalars.count
    for edit in edits.reversed() {
      guard edit.start <= end else { return false }
      while end > edit.start {
        end -= 1
        tail.append(scalars[end])
      }
      guard tail.count >= edit.afterCount,
        tail.suffix(edit.afterCount).reversed().elementsEqual(after(edit))
      else { return false }
      tail.removeLast(edit.afterCount)
      tail.append(contentsOf: before(edit).reversed())
    }
    return tail.count + end == text.count && scalars[..<end].elementsEqual(text[..<end])
      && tail.reversed().elementsEqual(text[end...])
  }

  /// Where every scalar starts in UTF-8, and the length at the end.
  var byteOffsets: [Int] {
    var offsets: [Int] = []
    offsets.reserveCapacity(scalars.count + 1)
    var offset = 0
    for scalar in scalars {
      offsets.append(offset)
      offset += utf8Length(scalar)
    }
    offsets.append(offset)
    return offsets
  }

  /// The text while a pass goes through it.
  struct Pass {
    /// The text as the pass found it.
    let source: [UInt32]
    /// The text as the pass writes it.
    private(set) var written: [UInt32] = []
    /// For every place of the source the place in what is written.
    private(set) var moved: [Int] = []
    /// What the pass changed, and the scalars of these edits.
    fileprivate(set) var edits: [Edit] = []
    fileprivate var pool: [UInt32] = []
    /// The place in the source.
    private(set) var position = 0

    init(_ source: [UInt32]) {
      self.source = source
      written.reserveCapacity(source.count)
      moved.reserveCapacity(source.count + 1)
    }

    /// The scalar at the place, or `nil` at the end.
    var current: UInt32? { position < source.count ? source[position] : nil }

    /// Takes the scalars up to a place over.
    mutating func keep(upTo end: Int) {
      guard end > position else { return }
      moved.append(contentsOf: written.count..<written.count + end - position)
      written.append(contentsOf: source[position..<end])
      position = end
    }

    /// Takes one scalar over.
    mutating func keep() { keep(upTo: position + 1) }

    /// Takes the rest over.
    mutating func keepRest() {
      guard moved.count <= source.count else { return }
      keep(upTo: source.count)
      moved.append(written.count)
    }

    /// Writes one letter in the place of some scalars, as part of a longer edit.
    mutating func put(_ scalar: UInt32, for count: Int) {
      moved.append(written.count)
      written.append(scalar)
      for _ in 1..<max(count, 1) { moved.append(written.count) }
      position += count
    }

    /// Writes scalars in the place of others, as part of a longer edit.
    mutating func put(_ scalars: some Sequence<UInt32>, for count: Int) {
      moved.append(written.count)
      written.append(contentsOf: scalars)
      for _ in 1..<max(count, 1) { moved.append(written.count) }
      position += count
    }

    /// Records what was written since a place of the source as one edit, if it is one.
    mutating func record(_ rule: Rule, from start: Int) {
      let newStart = start < moved.count ? moved[start] : written.count
      let before = source[start..<position]
      let after = written[newStart...]
      guard !before.elementsEqual(after) else { return }
      edits.append(
        Edit(
          rule: rule, start: newStart, poolStart: pool.count, beforeCount: before.count,
          afterCount: after.count))
      pool.append(contentsOf: before)
      pool.append(contentsOf: after)
    }

    /// Writes scalars in the place of others.
    mutating func replace(_ count: Int, with scalars: some Sequence<UInt32>, rule: Rule) {
      let start = position
      put(scalars, for: count)
      record(rule, from: start)
    }
  }
}

/// How many bytes a scalar takes in UTF-8.
func utf8Length(_ scalar: UInt32) -> Int {
  scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
}

extension [UInt8] {
  /// Appends scalars in UTF-8; what is none becomes U+FFFD.
  mutating func append(scalars: some Collection<UInt32>) {
    for scalar in scalars {
      if scalar < 0x80 {
        append(UInt8(scalar))
      } else if scalar < 0x800 {
        append(UInt8(0xC0 | scalar >> 6))
        append(UInt8(0x80 | scalar & 0x3F))
      } else if let encoded = UTF8.encode(Unicode.Scalar(scalar) ?? "\u{FFFD}") {
        append(contentsOf: encoded)
      }
    }
  }
}

extension String {
  /// The text of scalars; what is none becomes U+FFFD.
  init(scalars: some Collection<UInt32>) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(2 * scalars.count)
    bytes.append(scalars: scalars)
    self.init(decoding: bytes, as: UTF8.self)
  }
}
