/// Which rows of a block are decoded.
protocol RowChoice {
  /// How many.
  var count: Int { get }

  /// The row at a place among those chosen; rows ascend.
  subscript(place: Int) -> Int { get }
}

extension RowChoice {
  /// Whether the row is the one at a place among those chosen.
  @inline(__always)
  func holds(_ row: Int, at place: Int) -> Bool {
    place < count && self[place] == row
  }
}

/// Every row of a block.
struct AllRows: RowChoice {
  let count: Int

  subscript(place: Int) -> Int {
    @inline(__always)
    get { place }
  }
}

/// Some rows of a block, ascending.
struct SomeRows: RowChoice {
  private let rows: [UInt32]

  init(_ rows: [UInt32]) {
    self.rows = rows
  }

  var count: Int { rows.count }

  subscript(place: Int) -> Int {
    @inline(__always)
    get { Int(rows[place]) }
  }
}
