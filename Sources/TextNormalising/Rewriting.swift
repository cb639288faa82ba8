internal import ProgrammeModel
internal import VietnameseText

/// A paragraph's text while it is rewritten: what it is now, and every edit that made it so.
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

  /// One change; its scalars stand in the pool, because a text may be nothing but changes.
  struct Edit: BitwiseCopyable {
    var rule: Rule
    var start: Int32
    /// The reading of a known word that the edit is, or -1.
    var reading: Int32 = -1
    fileprivate var poolStart: Int32
    fileprivate var beforeCount: Int32
    fileprivate var afterCount: Int32
  }

  /// What stood where the edit was made.
  func before(_ edit: Edit) -> ArraySlice<UInt32> {
    pool[Int(edit.poolStart)...].prefix(Int(edit.beforeCount))
  }

  /// What stands there since.
  func after(_ edit: Edit) -> ArraySlice<UInt32> {
    pool[Int(edit.poolStart + edit.beforeCount)...].prefix(Int(edit.afterCount))
  }

  /// Takes a paragraph's text, and places in it in bytes, which must rise.
  init(_ text: String, places bytes: [[Int]]) {
    var text = text
    self = text.withUTF8 { unsafe Rewriting($0, places: bytes) }
  }

  /// Takes a text in UTF-8, and places in it in bytes, which must rise.
  init(_ text: UnsafeBufferPointer<UInt8>, places bytes: [[Int]]) {
    unsafe scalars = LegacyText.scalars(of: text)
    places = []
    for list in bytes {
      var offset = 0
      var index = 0
      for place in list {
        while offset < place, index < scalars.count {
          offset += utf8Length(scalars[index])
          index += 1
        }
        places.append(index)
      }
    }
  }

  /// Forgets the last places.
  mutating func forgetPlaces(_ count: Int) { places.removeLast(count) }

  /// Records a known word that was decoded before, behind all other edits.
  mutating func record(
    _ rule: Rule, _ reading: Int, at start: Int, before: UnsafeBufferPointer<UInt8>,
    after: UnsafeBufferPointer<UInt8>
  ) {
    let poolStart = pool.count
    unsafe LegacyText.forEachScalar(of: before) { pool.append($0) }
    let beforeCount = pool.count - poolStart
    unsafe LegacyText.forEachScalar(of: after) { pool.append($0) }
    edits.append(
      Edit(
        rule: rule, start: Int32(truncatingIfNeeded: start),
        reading: Int32(truncatingIfNeeded: reading),
        poolStart: Int32(truncatingIfNeeded: poolStart),
        beforeCount: Int32(truncatingIfNeeded: beforeCount),
        afterCount: Int32(truncatingIfNeeded: pool.count - poolStart - beforeCount)))
  }

  /// Starts to rewrite the text.
  func pass() -> Pass { Pass(scalars) }

  /// Takes over what a pass wrote.
  mutating func apply(_ pass: consuming Pass) {
    guard !pass.edits.isEmpty else { return }
    pass.keepRest()
    scalars = pass.written
    for index in places.indices { places[index] = Int(pass.moved[places[index]]) }
    guard !edits.isEmpty else {
      edits = pass.edits
      pool = pass.pool
      return
    }
    for index in edits.indices { edits[index].start = pass.moved[Int(edits[index].start)] }
    let shift = Int32(truncatingIfNeeded: pool.count)
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

  /// Makes one edit of all, for the case that they cannot be undone one by one.
  mutating func collapse(to text: [UInt32]) {
    guard let rule = edits.first?.rule else { return }
    pool = text + scalars
    edits = [
      Edit(
        rule: rule, start: 0, poolStart: 0, beforeCount: Int32(truncatingIfNeeded: text.count),
        afterCount: Int32(truncatingIfNeeded: scalars.count))
    ]
  }

  /// Whether a text comes back when the edits are undone, from the last to the first.
  func isUndone(to text: [UInt32]) -> Bool {
    // What stands behind the current place, in reverse.
    var tail = PlainBuffer<UInt32>(capacity: text.count + 64)
    var end = scalars.count
    for edit in edits.reversed() {
      guard edit.start <= end else { return false }
      while end > edit.start {
        end -= 1
        tail.append(scalars[end])
      }
      let before = Int(edit.poolStart)
      let after = before + Int(edit.beforeCount)
      let rest = tail.count - Int(edit.afterCount)
      guard rest >= 0 else { return false }
      for index in 0..<Int(edit.afterCount)
      where tail[tail.count - 1 - index] != pool[after + index] {
        return false
      }
      tail.removeAll(from: rest)
      for index in (before..<after).reversed() { tail.append(pool[index]) }
    }
    guard tail.count + end == text.count else { return false }
    for index in 0..<end where scalars[index] != text[index] { return false }
    for index in 0..<tail.count where tail[tail.count - 1 - index] != text[end + index] {
      return false
    }
    return true
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
    private(set) var moved: [Int32] = []
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
      let start = Int32(truncatingIfNeeded: written.count)
      moved.append(contentsOf: start..<start + Int32(truncatingIfNeeded: end - position))
      written.append(contentsOf: source[position..<end])
      position = end
    }

    /// Takes one scalar over.
    mutating func keep() { keep(upTo: position + 1) }

    /// Takes the rest over.
    mutating func keepRest() {
      guard moved.count <= source.count else { return }
      keep(upTo: source.count)
      moved.append(Int32(truncatingIfNeeded: written.count))
    }

    /// Writes one letter in the place of some scalars, as part of a longer edit.
    mutating func put(_ scalar: UInt32?, _ sign: UInt32? = nil, for count: Int) {
      moved.append(Int32(truncatingIfNeeded: written.count))
      if let scalar { written.append(scalar) }
      if let sign { written.append(sign) }
      for _ in 1..<max(count, 1) { moved.append(Int32(truncatingIfNeeded: written.count)) }
      position += count
    }

    /// Writes scalars in the place of others, as part of a longer edit.
    mutating func put(_ scalars: some Sequence<UInt32>, for count: Int) {
      moved.append(Int32(truncatingIfNeeded: written.count))
      written.append(contentsOf: scalars)
      for _ in 1..<max(count, 1) { moved.append(Int32(truncatingIfNeeded: written.count)) }
      position += count
    }

    /// Records what was written since a place of the source as one edit, if it is one.
    mutating func record(_ rule: Rule, from start: Int) {
      let newStart = start < moved.count ? Int(moved[start]) : written.count
      let before = source[start..<position]
      let after = written[newStart...]
      guard !before.elementsEqual(after) else { return }
      edits.append(
        Edit(
          rule: rule, start: Int32(truncatingIfNeeded: newStart),
          poolStart: Int32(truncatingIfNeeded: pool.count),
          beforeCount: Int32(truncatingIfNeeded: before.count),
          afterCount: Int32(truncatingIfNeeded: after.count)))
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

extension String {
  /// The text of scalars; what is none becomes U+FFFD.
  init(scalars: some Collection<UInt32>) {
    var bytes = PlainBuffer<UInt8>(capacity: 4 * scalars.count + 1)
    self.init(scalars: scalars, in: &bytes)
  }

  /// The text of scalars, for which there is room to write them down.
  init(scalars: some Collection<UInt32>, in bytes: inout PlainBuffer<UInt8>) {
    bytes.removeAll()
    for scalar in scalars { bytes.append(utf8: scalar) }
    self = unsafe String(wellFormed: bytes.values(0..<bytes.count))
  }
}
