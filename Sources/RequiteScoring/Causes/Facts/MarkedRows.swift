import RequiteModel

/// The marked rows of one group where they lie; good during the call that hands it over.
struct MarkedRows<Row: BitwiseCopyable> {
  /// The rows.
  let rows: FactRange<Row>
  /// The mark of each.
  let marks: FactRange<FactMark>

  /// How many there are.
  var count: Int { rows.count }

  /// Where a row lies.
  @inline(__always)
  func place(_ index: Int) -> RowPlace<Row> { rows.place(index) }

  /// The mark of a row.
  @inline(__always)
  func mark(_ index: Int) -> FactMark { marks[index] }

  /// The index of the row that lies at `place`, which is one of them.
  func index(of place: RowPlace<Row>) -> Int {
    guard let index = rows.index(of: place) else { preconditionFailure("a row of this group was judged") }
    return index
  }

  /// Whether nothing became of any of them.
  var areSame: Bool { marks.allSatisfy { $0 == .same } }
}
