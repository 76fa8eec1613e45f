/// Some entries of a tally, column by column: the same word of all keys, the same integer of all values.
package struct TallyBlock {
  /// How many entries there are.
  package private(set) var count = 0
  private let size: Int
  private var keys: [UInt64]
  private var numbers: [Int128]

  /// Creates a block of at most `size` entries.
  init(size: Int, keyWidth: Int, valueWidth: Int) {
    self.size = size
    keys = Array(repeating: 0, count: size * keyWidth)
    numbers = Array(repeating: 0, count: size * valueWidth)
  }

  /// One word of the keys, entry after entry.
  package func words(_ place: Int) -> ArraySlice<UInt64> { keys[place * size..<place * size + count] }

  /// One integer of the values, entry after entry.
  package func values(_ place: Int) -> ArraySlice<Int128> { numbers[place * size..<place * size + count] }

  /// Forgets the entries.
  mutating func removeAll() {
    count = 0
  }

  /// Appends the entry whose value is a row of `rows`.
  mutating func append(_ key: ArraySlice<UInt64>, _ rows: borrowing SumRows, row: Int) {
    precondition(count < size, "a block that is full was emptied before")
    for (place, word) in key.enumerated() { keys[place * size + count] = word }
    // A row has as many numbers as the block has columns, and the block has room for one more entry.
    unsafe numbers.withUnsafeMutableBufferPointer { numbers in
      rows.forEach(of: row) { place, number in unsafe numbers[place &* size &+ count] = number }
    }
    count += 1
  }
}
