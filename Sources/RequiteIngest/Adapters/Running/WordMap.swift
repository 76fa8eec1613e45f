import RequiteFormats

/// What words mean, for one step of a value.
final class WordMap {
  /// What becomes of a word.
  enum Meaning: BitwiseCopyable {
    /// The text of the adapter with this number.
    case word(Int)
    case same
    case none
  }

  /// What looking words up needs; good as long as the map is there.
  struct View: BitwiseCopyable {
    fileprivate let index: TextNumbers.View
    fileprivate let meanings: PinnedSlots<Int32>
    fileprivate let rest: Meaning

    @inline(__always)
    func meaning(of word: Bytes) -> Meaning {
      guard let place = index.number(of: word) else { return rest }
      return .word(Int(meanings[place]))
    }
  }

  private let index: TextNumbers
  private let meanings: PinnedArray<Int32>
  private let rest: Meaning
  /// The column that is being worked out.
  let field: String

  init(_ words: [String: String], rest: ValueStep.Rest, constants: ConstantPool, field: String) {
    self.field = field
    let sorted = words.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    var index = TextNumbers()
    for (word, _) in sorted { index.add(word) }
    meanings = PinnedArray(sorted.map { Int32(constants.number(of: $0.value)) })
    self.index = index
    self.rest =
      switch rest {
      case .text(let text): .word(constants.number(of: text))
      case .same: .same
      case .breach: .none
      }
  }

  var view: View {
    View(index: index.view, meanings: meanings.slots, rest: rest)
  }
}
