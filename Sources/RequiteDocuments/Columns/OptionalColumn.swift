/// A column that holds a number only for some rows, read along with the rows.
struct OptionalColumn {
  private var numbers: ArraySlice<Int64>

  init(_ numbers: [Int64]) {
    self.numbers = numbers[...]
  }

  /// The next number when the row has one.
  mutating func next(if present: Bool) -> Int64? {
    present ? numbers.popFirst() : nil
  }
}
