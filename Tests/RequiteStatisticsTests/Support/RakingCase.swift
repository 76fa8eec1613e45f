import RequiteStatistics

/// A sample and the shares it is fitted to.
struct RakingCase: Sendable {
  var cells: [[Int]]
  var weights: [Int128]
  var margins: [[Double]]
  var failure: RakingFailure?

  static func cells(_ levels: [[Int]], _ weights: [Int128]) -> [RakingCell] {
    zip(levels, weights).map { RakingCell(levels: $0, weight: $1) }
  }

  func raked(cap: Interval? = nil) throws(RakingFailure) -> Raking {
    try Raking(cells: Self.cells(cells, weights), margins: margins.map { RakingMargin(shares: $0) }, cap: cap)
  }

  /// Two or three margins of two to four levels, all combinations present, shares not far from those of the sample.
  static func random(seed: UInt64) -> RakingCase {
    var generator = SplitMix64(seed: seed)
    let sizes = (0..<Int.random(in: 2...3, using: &generator)).map { _ in Int.random(in: 2...4, using: &generator) }
    var cells: [[Int]] = [[]]
    for size in sizes { cells = cells.flatMap { cell in (0..<size).map { cell + [$0] } } }
    let margins = sizes.map { size in
      let parts = (0..<size).map { _ in Double(Int.random(in: 4...12, using: &generator)) }
      return parts.map { $0 / parts.reduce(0, +) }
    }
    let weights = cells.map { _ in Int128(Int.random(in: 1_000_000...4_000_000, using: &generator)) }
    return RakingCase(cells: cells, weights: weights, margins: margins)
  }
}
