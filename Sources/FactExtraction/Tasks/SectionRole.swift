internal import ProgrammeModel
internal import VietnameseLanguage

/// What a title says of the sentences below it.
enum SectionRole: Hashable {
  /// Actions that somebody is to carry out: *Nhiệm vụ, giải pháp*.
  case task
  /// States to be reached: *Chỉ tiêu*.
  case target
  /// Goals, targets where they have a figure: *Mục tiêu*.
  case goal
  /// What has been done: *Kết quả thực hiện*.
  case result
  /// Purposes, principles, definitions: *Mục đích, yêu cầu*.
  case statement
  /// Statements, and tasks where a body is told to act: *Kinh phí*.
  case money

  /// How far into a title the word may stand that decides, in tokens.
  private static let reach = 6

  /// Reads a title, or gives `nil` where it says nothing of the kind.
  ///
  /// The first word that decides is the one that counts: *Kết quả thực hiện nhiệm vụ* are results.
  init?(title text: TokenisedText) {
    let start = text.afterMarks(0, until: text.count)
    for index in start..<min(start + SectionRole.reach, text.count) {
      guard let phrase = text.phrase(at: index, meaning: SectionRole.meanings),
        index == start || !phrase.meaning.contains(.sectionFirst)
          || text.phrase(at: start, meaning: [.many, .about])?.end == index
      else { continue }
      // `Yêu cầu các sở …` asks somebody, `Kết quả` of a sentence is no title.
      if phrase.meaning.contains(.assigns),
        text.actors(at: phrase.end, until: text.count, as: .object) != nil
      {
        self = .task
        return
      }
      self.init(phrase.meaning)
      join(text, behind: phrase.end)
      return
    }
    return nil
  }

  /// Takes in what else the title names: *Quan điểm, mục tiêu* has goals, *Mục tiêu, nhiệm vụ* tasks.
  private mutating func join(_ text: TokenisedText, behind start: Int) {
    guard start < text.count, text[start].isComma || text.means(start, .and),
      let other = text.phrase(at: start + 1, meaning: SectionRole.meanings)
    else { return }
    switch (self, SectionRole(other.meaning)) {
    case (.statement, .goal), (.statement, .target): self = .goal
    case (.goal, .task), (.target, .task): self = .task
    default: break
    }
  }

  private init(_ meaning: Meaning) {
    switch true {
    case meaning.contains(.sectionResult): self = .result
    case meaning.contains(.sectionMoney): self = .money
    case meaning.contains(.sectionStatement): self = .statement
    case meaning.contains(.sectionTarget): self = .target
    case meaning.contains(.sectionGoal): self = .goal
    default: self = .task
    }
  }

  private static var meanings: Meaning {
    [
      .sectionTask, .sectionTarget, .sectionGoal, .sectionResult, .sectionStatement, .sectionMoney,
    ]
  }
}
