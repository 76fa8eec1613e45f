import RequiteModel

/// The levels of the configured attributes: a column each.
struct LevelColumns {
  private let levels: LevelTable

  static func append<Row>(_ rows: StagedBucket<Row>, _ codes: CodeOrder, to writer: inout ByteWriter) {
    for (attribute, positions) in codes.levels.enumerated() {
      NumberColumn.append(rows.count, to: &writer) { Int64(positions[Int(rows.level($0, attribute))]) }
    }
  }

  /// Reads the levels of the plan's attributes of the chosen rows, which then lie in `arena`, row by row.
  init(
    from reader: inout ByteReader, count: Int, _ choice: some RowChoice, _ codes: PlanCodes, to arena: FactArena
  ) throws(DocumentFailure) {
    levels = LevelTable(choice.count, attributes: codes.attributes, in: arena)
    for (number, attribute) in codes.places.enumerated() {
      let column = try PackedColumn(from: &reader, count: count)
      guard let attribute else { continue }
      let known = codes.levels(number)
      for place in 0..<choice.count {
        let level = Int(column[choice[place]])
        guard known.indices.contains(level) else { throw reader.damaged }
        levels[place, attribute] = known[level]
      }
    }
  }

  /// The levels of a row, by its place among those chosen.
  subscript(place: Int) -> FactLevels { levels.levels(of: place) }
}
