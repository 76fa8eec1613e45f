/// Rows of exact integers, each row in the narrowest size of integer that holds its sums.
///
/// A row begins at one byte per integer. When a sum no longer fits, the row moves to a size that holds it, at last 128
/// bits; beyond those, adding traps (METHODS B0.3). Most cells of a cube tell of few people and stay narrow.
struct SumRows: Sendable {
  /// The size of the integers of one row.
  private enum Size: UInt8 {
    case one, two, four, eight, sixteen
  }

  /// Where a row lies.
  private struct Home {
    var size: Size
    var slot: UInt32
  }

  /// Integers in a row.
  let width: Int
  private var homes: [Home] = []
  private var ones: RowStore<Int8>
  private var twos: RowStore<Int16>
  private var fours: RowStore<Int32>
  private var eights: RowStore<Int64>
  private var sixteens: RowStore<Int128>

  /// Creates no rows of `width` integers.
  init(width: Int) {
    self.width = width
    ones = RowStore(width: width)
    twos = RowStore(width: width)
    fours = RowStore(width: width)
    eights = RowStore(width: width)
    sixteens = RowStore(width: width)
  }

  /// How many rows there are.
  var count: Int { homes.count }

  /// The memory of the rows in bytes.
  var byteCount: Int {
    ones.byteCount + twos.byteCount + fours.byteCount + eights.byteCount + sixteens.byteCount
      + homes.capacity * MemoryLayout<Home>.stride
  }

  /// Appends a row of zeros.
  mutating func append() {
    homes.append(Home(size: .one, slot: ones.take()))
  }

  /// Adds to a row, integer by integer.
  mutating func add<Value: FixedWidthInteger & SignedInteger>(_ values: Span<Value>, to row: Int) {
    precondition(values.count == width, "a tally's values have one width")
    while !fit(values, into: homes[row]) { widen(row) }
  }

  /// Adds to a few integers of a row.
  mutating func add(_ changes: Span<SumChange>, to row: Int) {
    var done = fit(changes, from: 0, into: homes[row])
    while done < changes.count {
      widen(row)
      done = fit(changes, from: done, into: homes[row])
    }
  }

  /// Adds a row of `other`, which has the same width.
  mutating func add(_ other: SumRows, row otherRow: Int, to row: Int) {
    let home = other.homes[otherRow]
    // A row that had to be wide elsewhere will be here, too.
    while homes[row].size.rawValue < home.size.rawValue { widen(row) }
    switch home.size {
    case .one: other.ones.withRow(home.slot) { add($0, to: row) }
    case .two: other.twos.withRow(home.slot) { add($0, to: row) }
    case .four: other.fours.withRow(home.slot) { add($0, to: row) }
    case .eight: other.eights.withRow(home.slot) { add($0, to: row) }
    case .sixteen: other.sixteens.withRow(home.slot) { add($0, to: row) }
    }
  }

  /// One integer of a row.
  subscript(row: Int, place: Int) -> Int128 {
    precondition((0..<width).contains(place), "a place is within its tally's value")
    let home = homes[row]
    return switch home.size {
    case .one: ones.withRow(home.slot) { Int128($0[place]) }
    case .two: twos.withRow(home.slot) { Int128($0[place]) }
    case .four: fours.withRow(home.slot) { Int128($0[place]) }
    case .eight: eights.withRow(home.slot) { Int128($0[place]) }
    case .sixteen: sixteens.withRow(home.slot) { $0[place] }
    }
  }

  /// Calls `body` with each place of a row and the integer there.
  @inline(__always)
  func forEach(of row: Int, _ body: (Int, Int128) -> Void) {
    let home = homes[row]
    switch home.size {
    case .one: ones.withRow(home.slot) { for place in $0.indices { body(place, Int128($0[place])) } }
    case .two: twos.withRow(home.slot) { for place in $0.indices { body(place, Int128($0[place])) } }
    case .four: fours.withRow(home.slot) { for place in $0.indices { body(place, Int128($0[place])) } }
    case .eight: eights.withRow(home.slot) { for place in $0.indices { body(place, Int128($0[place])) } }
    case .sixteen: sixteens.withRow(home.slot) { for place in $0.indices { body(place, $0[place]) } }
    }
  }

  /// The integers of a row.
  subscript(row: Int) -> [Int128] {
    let home = homes[row]
    return switch home.size {
    case .one: ones.withRow(home.slot) { row in row.indices.map { Int128(row[$0]) } }
    case .two: twos.withRow(home.slot) { row in row.indices.map { Int128(row[$0]) } }
    case .four: fours.withRow(home.slot) { row in row.indices.map { Int128(row[$0]) } }
    case .eight: eights.withRow(home.slot) { row in row.indices.map { Int128(row[$0]) } }
    case .sixteen: sixteens.withRow(home.slot) { row in row.indices.map { row[$0] } }
    }
  }
}

extension SumRows {
  private mutating func fit<Value: FixedWidthInteger & SignedInteger>(
    _ values: Span<Value>, into home: Home
  ) -> Bool {
    switch home.size {
    case .one: ones.add(values, to: home.slot)
    case .two: twos.add(values, to: home.slot)
    case .four: fours.add(values, to: home.slot)
    case .eight: eights.add(values, to: home.slot)
    case .sixteen: sixteens.add(values, to: home.slot)
    }
  }

  private mutating func fit(_ changes: Span<SumChange>, from first: Int, into home: Home) -> Int {
    switch home.size {
    case .one: ones.add(changes, from: first, to: home.slot)
    case .two: twos.add(changes, from: first, to: home.slot)
    case .four: fours.add(changes, from: first, to: home.slot)
    case .eight: eights.add(changes, from: first, to: home.slot)
    case .sixteen: sixteens.add(changes, from: first, to: home.slot)
    }
  }

  /// Moves a row to the next size.
  private mutating func widen(_ row: Int) {
    let slot = homes[row].slot
    switch homes[row].size {
    case .one: homes[row] = Home(size: .two, slot: SumRows.move(slot, from: &ones, to: &twos))
    case .two: homes[row] = Home(size: .four, slot: SumRows.move(slot, from: &twos, to: &fours))
    case .four: homes[row] = Home(size: .eight, slot: SumRows.move(slot, from: &fours, to: &eights))
    case .eight: homes[row] = Home(size: .sixteen, slot: SumRows.move(slot, from: &eights, to: &sixteens))
    case .sixteen: preconditionFailure("sums stay within 128 bits (METHODS B0.3)")
    }
  }

  private static func move<Narrow, Wide>(
    _ slot: UInt32, from narrow: inout RowStore<Narrow>, to wide: inout RowStore<Wide>
  ) -> UInt32 {
    let moved = wide.take()
    let fits = narrow.withRow(slot) { wide.add($0, to: moved) }
    precondition(fits, "a wider row holds what a narrower one held")
    narrow.give(slot)
    return moved
  }
}
