import ProgrammeModel
import VietnameseLanguage

@testable import FactExtraction

/// Reads one text below a title.
enum SampleEntries {
  /// The entries of a paragraph below a title.
  static func read(_ text: String, under title: String = "NHIỆM VỤ") -> [ProgrammeTask] {
    var reader = FactReader()
    var context = EntryContext()
    context.node = "1"
    let titleFacts = reader.facts(in: title)
    context.enter(title, reader.text, facts: titleFacts)
    let facts = reader.facts(in: text)
    var sentences = SentenceReader(context: context)
    var cells = CellReader(lexicon: .standard)
    return sentences.entries(in: reader.text, facts: facts, places: reader.places, cells: &cells)
  }
}
