/// The points of the level search, and what each rests on; ten points are about one clear sign.
///
/// The counts are those of documents.md 3.2 to 3.4; what has none rests on the outlines of Fixtures/outline and on the
/// four documents annotated by hand.
enum LevelWeights {
  // MARK: A marker taken for text

  /// A number that Word prints is a number.
  static let labelAsText = -300
  /// Half a sentence goes on with anything.
  static let continuation = -5
  /// A marker of clean form is seldom text; half of the points for its form are added.
  static let markerAsText = -10

  // MARK: The place of the line

  /// `… (1) một; (2) hai;` above `(3) ba`: the count stands in the text.
  static let inlineCount = -70
  /// The line above stopped inside a sentence; dashes between words are rarer at the start of a line than numbers.
  static let wrappedBullet = -25
  static let wrappedNumber = -35
  /// Parts, chapters and Roman numbers are set in bold or capitals.
  static let setTopic = 5

  // MARK: A sibling

  /// The next number: 28,233 of 28,336 numbers run on by one.
  static let nextNumber = 40
  /// d) e) f): f follows e 9 times, g 780 times.
  static let nextLatinLetter = 38
  /// Repeated 53 times, skipped 50 times among them.
  static let repeatedOrSkipped = -15
  /// More than one number is missing; a point more for each, up to twice as much.
  static let gap = -30
  /// The list starts over without a heading, or goes back.
  static let restart = -35
  static let backwards = -60
  /// Bullets have no number to agree.
  static let bulletSibling = 25
  /// `1.` and `3-` in one list: writers mix them seldom.
  static let otherMark = -4
  /// `2.1` is no sibling of `1.4`.
  static let otherPrefix = -100
  /// Word's styles and captions of days tell by themselves; capitals and bold weigh little, so that numbered levels
  /// that they would close win.
  static let styledSibling = 15
  static let unmarkedSibling = 2
  /// The list and level in which Word counts.
  static let sameWordList = 30
  static let otherWordList = -30

  // MARK: A first child

  /// 8,653 of 8,697 lists start with 1.
  static let firstNumber = 25
  static let secondNumber = -25
  static let laterNumber = -45
  /// A heading without marker starts anywhere.
  static let unmarkedStart = 5
  /// Articles count on through the whole document, other numbers do so seldom.
  static let nextArticle = 45
  static let anyArticle = 20
  static let countedOn = 15
  /// Levels keep the order of their first use.
  static let knownOrder = 20
  static let newOrder = -10
  /// The usual order of families (documents.md 3.1) is a hint; against it speaks more.
  static let usualRank = 5
  static let againstRank = -40
  static let bulletBelowColon = -5
  /// A family below its own is seldom one, sooner with another mark, such as `1)` below `1.` in a list.
  static let belowOtherMark = -15
  static let belowOwnFamily = -50
  /// Numbers below bullets.
  static let numberBelowOpenBullet = -10
  static let numberBelowBullet = -30
  static let keywordBelowBullet = -45
  /// Word's outline levels stand in their order.
  static let lowerStyle = 10
  static let higherStyle = -60
  /// A colon wants something below it, a finished sentence does not.
  static let belowColon = 5
  static let belowSentence = -6
  /// The children of a heading are of one family.
  static let besideUnmarked = -15
  static let besideOtherFamily = -35
  /// The family stands above already.
  static let openAncestor = -15
  static let ancestor = -30
  /// The levels of one list of Word.
  static let nextListLevel = 25
  static let lowerListLevel = 10
  static let higherListLevel = -40

  // MARK: Numbers of several parts

  /// `2.1` under `2.`, `2.1.3` under `2.1`.
  static let wholePrefix = 30
  /// The last part agrees, the parts before stand elsewhere: `1.2` under the 1 of `Điều 1`.
  static let lastOfPrefix = 15
  /// It may be: at the start of a document, or as Word counts.
  static let loosePrefix = -20
  static let wrongPrefix = -60

  // MARK: What is left behind

  /// A number that would go on with an open list, taken for the start of another one above.
  static let leftList = -30
  /// A level that waits for something (a colon, a heading without marker) and gets nothing.
  static let emptyHeading = -20
}
