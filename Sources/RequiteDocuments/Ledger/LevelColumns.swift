import RequiteModel

/// The levels of the configured attributes: a column each.
struct LevelColumns {
  private let codes: UnsafeMutableBufferPointer<UInt32>
  private let attributes: Int

  static func append<Row>(_ rows: StagedBucket<Row>, _ codes: CodeOrder, to writer: inout ByteWriter) {
    for (attribute, positions) in codes.levels.enumerated() {
      NumberColumn.append(rows.count, to: &writer) { Int64(positions[Int(rows.level($0, attribute))]) }
    }
  }

  /// Reads the levels of the plan's attributes, which then lie in `arena`, row by row.
  init(from reader: inout ByteReader, count: Int, _ codes: PlanCodes, to arena: FactArena) throws(DocumentFailure) {
    attributes = codes.attributes
    self.codes = arena.codes(count * attributes)
    for (number, place) in codes.places.enumerated() {
      let column = try PackedColumn(from: &reader, count: count)
      guard let place else { continue }
      let known = codes.levels(number)
      for row in 0..<count {
        guard known.indices.contains(Int(column[row])) else { throw reader.damaged }
        self.codes[row * attributes + place] = known[Int(column[row])]
      }
    }
  }

  /// The levels of one row.
  subscript(row: Int) -> FactLevels {
    FactLevels(UnsafeBufferPointer(rebasing: codes[row * attributes..<(row + 1) * attributes]))
  }
}
