import RequiteModel

/// The levels of a fact in all dimensions of a plan as a few words of a key, and the cells of such a key.
///
/// Facts of one vendor and period with the same words belong to the same cells: they can be summed under one key, and the
/// sum added to the cells later, once for all of them.
struct CellWords: Sendable {
  private let sources: [LevelSource]

  /// Prepares the dimensions of `plan`.
  init(plan: Plan) {
    sources = plan.settings.dimensions.map { LevelSource(of: $0, plan: plan) }
  }

  /// How many words there are; two levels share one.
  var count: Int { (sources.count + 1) / 2 }

  /// Writes the words of a fact to the end of a key.
  @inline(__always)
  func write(channel: UInt32, levels: FactLevels, toEndOf key: inout [UInt64]) {
    let first = key.count - count
    for word in 0..<count {
      let (left, right) = (2 * word, 2 * word + 1)
      let high = UInt64(sources[left].level(channel: channel, levels: levels)) << 32
      let low = right < sources.count ? UInt64(sources[right].level(channel: channel, levels: levels)) : 0
      key[first + word] = high | low
    }
  }

  /// Calls `body` with the cells of a key that ends with the words of a fact: the whole vendor first, then one level of
  /// each dimension.
  @inline(__always)
  func forEachCell(vendor: UInt32, period: UInt16, endOf key: Span<UInt64>, _ body: (Cell) -> Void) {
    body(Cell(vendor: vendor, period: period))
    let first = key.count - count
    for position in sources.indices {
      let word = key[first + position / 2]
      let level = UInt32(truncatingIfNeeded: position % 2 == 0 ? word >> 32 : word)
      body(Cell(vendor: vendor, dimension: UInt16(position + 1), level: level, period: period))
    }
  }
}
