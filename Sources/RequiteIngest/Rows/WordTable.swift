import RequiteFormats

/// The words a column may hold, each with its code.
struct WordTable: Sendable {
  private let index: TextIndex
  private let codes: [UInt8]
  private let column: Column

  init(_ words: [(word: String, code: UInt8)], column: Column) {
    index = TextIndex(words.map(\.word))
    codes = words.map(\.code)
    self.column = column
  }

  /// The code of a word, or a breach `<column>.unknown`.
  func code(of field: Bytes) throws(Breach) -> UInt8 {
    guard let place = index.find(field) else { throw Breach(column, field.isEmpty ? "empty" : "unknown") }
    return codes[place]
  }
}
