internal import ProgrammeModel

// The lists and their uses.
extension RTFDefinitions {
  mutating func readLists() throws(ReadingError) {
    var list: Numbering.Abstract?
    var level: RTFListLevel?
    var levelCount = 0
    var group = RTFNestedGroup()
    while let token = tokenizer.next(in: &group) {
      guard case .word(let word, let number) = token else { continue }
      switch word {
      case .list:
        end(&level, &levelCount, in: &list)
        if let list { lists.append(list) }
        try budget.use(Numbering.levelCount, of: .definitions)
        list = Numbering.Abstract()
        levelCount = 0
      case .listlevel:
        end(&level, &levelCount, in: &list)
        try budget.use(1, of: .definitions)
        level = RTFListLevel()
      case .listid:
        end(&level, &levelCount, in: &list)
        list?.id = number ?? 0
      case .leveltext: level?.text = gather(in: &group)
      case .levelnumbers: level?.positions = gather(in: &group)
      default: level?.take(word, number)
      }
    }
    end(&level, &levelCount, in: &list)
    if let list { lists.append(list) }
  }

  /// Puts a level that was read into its list.
  private func end(
    _ level: inout RTFListLevel?, _ count: inout Int, in list: inout Numbering.Abstract?
  ) {
    guard let read = level else { return }
    level = nil
    if count < Numbering.levelCount { list?.levels[count] = read.level(in: self) }
    count += 1
  }

  mutating func readOverrides() throws(ReadingError) {
    var instance: Numbering.Instance?
    var level: RTFListLevel?
    var index = -1
    var setsStart = false
    var group = RTFNestedGroup()
    while let token = tokenizer.next(in: &group) {
      guard case .word(let word, let number) = token else { continue }
      switch word {
      case .listoverride:
        end(&level, at: index, setsStart, in: &instance)
        if let instance { instances.append(instance) }
        try budget.use(Numbering.levelCount, of: .definitions)
        instance = Numbering.Instance()
        index = -1
      case .lfolevel:
        end(&level, at: index, setsStart, in: &instance)
        index += 1
        setsStart = false
      case .listoverridestartat: setsStart = true
      case .listlevel: level = RTFListLevel()
      case .levelstartat where level == nil:
        if setsStart, (0..<Numbering.levelCount).contains(index) {
          instance?.starts[index] = max(number ?? 0, 0)
          instance?.hasOverrides = true
        }
      case .listid: instance?.abstractID = number ?? 0
      case .ls:
        end(&level, at: index, setsStart, in: &instance)
        instance?.id = number ?? 0
      case .leveltext: level?.text = gather(in: &group)
      case .levelnumbers: level?.positions = gather(in: &group)
      default: level?.take(word, number)
      }
    }
    end(&level, at: index, setsStart, in: &instance)
    if let instance { instances.append(instance) }
  }

  /// Puts a level that was read into the use of a list that it changes.
  private func end(
    _ level: inout RTFListLevel?, at index: Int, _ setsStart: Bool,
    in instance: inout Numbering.Instance?
  ) {
    guard let read = level else { return }
    level = nil
    guard (0..<Numbering.levelCount).contains(index) else { return }
    instance?.levels[index] = read.level(in: self)
    if setsStart { instance?.starts[index] = read.start }
    instance?.hasOverrides = true
  }

  /// Gathers the letters of the group that a word has begun, up to its end.
  mutating func gather(in group: inout RTFNestedGroup) -> RTFLetters {
    var letters = RTFLetters()
    var inner = RTFNestedGroup()
    while let token = tokenizer.next(in: &inner) {
      letters.take(token)
      if case .text(let range) = token {
        for byte in tokenizer.bytes[range] { letters.append(byte: byte) }
      }
    }
    group.depth -= 1
    return letters
  }
}
