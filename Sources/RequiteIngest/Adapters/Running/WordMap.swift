import RequiteFormats

/// What words mean, for one step of a value.
final class WordMap {
  /// What becomes of a word.
  enum Meaning {
    /// The text of the adapter with this number.
    case word(Int)
    case same
    case none
  }

  private let index: TextIndex
  private let meanings: [Int]
  private let rest: Meaning
  /// The column that is being worked out.
  let field: String

  init(_ words: [String: String], rest: ValueStep.Rest, constants: ConstantPool, field: String) {
    self.field = field
    let sorted = words.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    index = TextIndex(sorted.map(\.key))
    meanings = sorted.map { constants.number(of: $0.value) }
    self.rest =
      switch rest {
      case .text(let text): .word(constants.number(of: text))
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
