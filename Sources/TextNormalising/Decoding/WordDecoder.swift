internal import ProgrammeModel
internal import VietnameseText

/// Decodes paragraphs word by word.
struct WordDecoder {
  /// A word of a paragraph that was changed: where it stood and where it stands now, in bytes.
  private struct Change {
    var word: Int
    var encoding: LegacyEncoding
    var before: Range<Int>
    var after: Range<Int>
  }

  private var changes: [Change] = []
  /// The bytes of the decoded text.
  private var decodedText: [UInt8] = []

  /// How many letters were met that their encoding does not have.
  private(set) var unknownLetters = 0

  /// Decodes the font runs of a paragraph, each in its encoding; `nil` leaves one as it is.
  ///
  /// The places are the ends of runs and the like, in bytes.
  mutating func decode(
    _ text: String, _ runs: FontRuns, as encodings: [LegacyEncoding?], _ table: inout WordTable,
    places: [Int], _ recorder: inout ChangeRecorder
  ) -> Draft {
    var draft = Draft(text: text)
    draft.changes.reserveCapacity(runs.words.count)
    changes.removeAll(keepingCapacity: true)
    decodedText.removeAll(keepingCapacity: true)
    text.withBytes { bytes in
      var copied = 0
      for (run, encoding) in zip(runs.fontRuns, encodings) {
        guard let encoding else {
          draft.traits.formUnion(run.traits)
          continue
        }
        let column = WordTable.columns.firstIndex(of: encoding) ?? 0
        table.decode(runs.words(of: run), column)
        for word in runs.words(of: run) {
          let place = table.decodedPlace(of: word.number, column)
          let decoded = table.decodedWords[place]
          draft.traits.formUnion(decoded.traits)
          unknownLetters += Int(decoded.unknownLetters)
          // A word that stays is copied with the blanks around it.
          guard decoded.isChanged else { continue }
          if word.start == copied + 1 {
            decodedText.append(bytes[copied])
          } else if word.start > copied {
            decodedText.append(contentsOf: bytes, copied..<word.start)
          }
          let start = decodedText.count
          decodedText.append(contentsOf: table.decodedBytes.span, decoded.start..<decoded.end)
          var substitution = recorder.substitution(ofDecoded: place)
          if substitution == nil {
            let after = String(decoding: decodedText[start...], as: UTF8.self)
            substitution = recorder.add(
              decoded: place, from: decoded.encoding, before: table.texts[word.number],
              after: after)
          }
          draft.changes.append(
            TextChanges.Entry(substitution: substitution ?? 0, offset: start))
          changes.append(
            Change(
              word: word.number, encoding: encoding, before: word.start..<word.end,
              after: start..<decodedText.count))
          copied = word.end
        }
      }
      draft.places = moved(places, in: bytes, &table)
      if changes.isEmpty { return }
      decodedText.append(contentsOf: bytes, copied..<bytes.count)
    }
    if !changes.isEmpty { draft.text = String(decoding: decodedText, as: UTF8.self) }
    return draft
  }

  /// Where places of a paragraph are after its words were decoded.
  private func moved(
    _ places: [Int], in bytes: Span<UInt8>, _ table: inout WordTable
  ) -> [Int] {
    var moved: [Int] = []
    moved.reserveCapacity(places.count)
    var next = 0
    var last = 0
    for place in places {
      // Another list of places begins.
      if place < last { next = 0 }
      last = place
      let place = bytes.scalarStart(from: place)
      while next < changes.count, changes[next].before.upperBound <= place { next += 1 }
      if next < changes.count, changes[next].before.lowerBound < place {
        let change = changes[next]
        let inside = place - change.before.lowerBound
        moved.append(
          change.after.lowerBound
            + DecodedWord.place(
              inside, in: table.letters[change.word], table.words[change.word], change.encoding))
      } else if next > 0 {
        moved.append(
          changes[next - 1].after.upperBound + place - changes[next - 1].before.upperBound)
      } else {
        moved.append(place)
      }
    }
    return moved
  }
}
