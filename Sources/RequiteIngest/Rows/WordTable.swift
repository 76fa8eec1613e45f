import RequiteFormats

/// The words a column may hold, each with its meaning.
struct WordTable<Meaning: Sendable>: Sendable {
  private let index: TextIndex
  private let meanings: [Meaning]
  private let column: Column

  init(_ words: [(word: String, meaning: Meaning)], column: Column) {
    index = TextIndex(words.map(\.word))
    meanings = words.map(\.meaning)
    self.column = column
  }

  /// The meaning of a word, or a breach `<column>.unknown`.
  @inline(__always)
  func meaning(of field: Bytes) throws(Breach) -> Meaning {
    guard let place = index.find(field) else { throw Breach(column, field.isEmpty ? "empty" : "unknown") }
    return meanings[place]
  }
}
