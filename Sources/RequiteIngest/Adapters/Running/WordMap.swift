import RequiteFormats

/// What words mean, for one step of a value.
struct WordMap {
  /// What becomes of a word.
  enum Meaning {
    case word(Bytes)
    case same
    case none
  }

  private let index: TextIndex
  private let meanings: [Bytes]
  private let rest: Meaning

  init(_ words: [String: String], rest: ValueStep.Rest, constants: ConstantPool) {
    let sorted = words.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    index = TextIndex(sorted.map(\.key))
    meanings = sorted.map { constants.text($0.value) }
    self.rest =
      switch rest {
      case .text(let text): .word(constants.text(text))
      case .same: .same
      case .breach: .none
      }
  }

  @inline(__always)
  func meaning(of word: Bytes) -> Meaning {
    guard let place = index.find(word) else { return rest }
    return .word(meanings[place])
  }
}
