import RequiteModel

/// The levels of the configured attributes: a column each.
struct LevelColumns {
  private var columns: [[UInt32]] = []

  static func append<Row>(_ rows: StagedBucket<Row>, _ codes: CodeOrder, to writer: inout ByteWriter) {
    for (attribute, positions) in codes.levels.enumerated() {
      NumberColumn.append(rows.count, to: &writer) { Int64(positions[Int(rows.level($0, attribute))]) }
    }
  }

  init(from reader: inout ByteReader, count: Int, _ codes: PlanCodes) throws(DocumentFailure) {
    for attribute in 0..<codes.attributes {
      var column: [UInt32] = []
      for code in try reader.readColumn(count) { column.append(try codes.level(code, attribute, reader)) }
      columns.append(column)
    }
  }

  /// The levels of one row.
  subscript(row: Int) -> [UInt32] {
    columns.map { $0[row] }
  }
}
