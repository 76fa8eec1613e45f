/// Cells and margins while their factors are being fitted.
struct RakingFit {
  /// The factor of each cell.
  private(set) var factors: [Double]
  /// How often all margins were fitted.
  private(set) var rounds = 0

  private let weights: [Double]
  private let total: Double
  private let margins: [RakingMargin]
  /// The cells of each margin and level, ascending.
  private let members: [[[Int]]]

  /// Checks what can be known before fitting.
  init(cells: [RakingCell], margins: [RakingMargin]) throws(RakingFailure) {
    try Self.checkShares(margins)
    members = try Self.members(cells, margins: margins)
    let total = cells.reduce(0) { $0 + $1.weight }
    guard total > 0 else { throw .noWeight }
    weights = cells.map { Double($0.weight) }
    factors = Array(repeating: 1, count: cells.count)
    self.total = Double(total)
    self.margins = margins
  }

  /// Fits one margin after the other until all shares are true at once, or for 1,000 rounds.
  mutating func rake() throws(RakingFailure) {
    for _ in 0..<1000 {
      rounds += 1
      for margin in margins.indices { try fit(margin) }
      if largestDeviation <= 1e-12 { return }
    }
  }

  /// Moves factors into `cap`, in units of their mean, and says whether any had to move.
  mutating func trim(to cap: Interval) -> Bool {
    let mean = weight(of: factors.indices) / total
    var moved = false
    for cell in factors.indices {
      let factor = min(max(factors[cell], cap.low * mean), cap.high * mean)
      if factor != factors[cell] { moved = true }
      factors[cell] = factor
    }
    return moved
  }

  /// The weight of each level as a share of the weight before raking.
  var achieved: [[Double]] {
    members.map { $0.map { weight(of: $0) / total } }
  }

  /// The largest |achieved / target − 1|; where the target is 0, the share achieved.
  var largestDeviation: Double {
    var largest = 0.0
    for (margin, levels) in zip(margins, members) {
      for (share, cells) in zip(margin.shares, levels) {
        let reached = weight(of: cells)
        largest = max(largest, share > 0 ? (reached / (share * total) - 1).magnitude : reached / total)
      }
    }
    return largest
  }

  private mutating func fit(_ margin: Int) throws(RakingFailure) {
    for (level, share) in margins[margin].shares.enumerated() {
      let reached = weight(of: members[margin][level])
      // A share of 0 in another margin may have left a level without anybody.
      guard reached > 0 || share == 0 else { throw .unreachable(margin: margin, level: level) }
      guard reached > 0 else { continue }
      let factor = share * total / reached
      for cell in members[margin][level] { factors[cell] *= factor }
    }
  }

  private func weight<Cells: Sequence>(of cells: Cells) -> Double where Cells.Element == Int {
    cells.reduce(0) { $0 + weights[$1] * factors[$1] }
  }
}

extension RakingFit {
  private static func checkShares(_ margins: [RakingMargin]) throws(RakingFailure) {
    for (place, margin) in margins.enumerated() {
      for (level, share) in margin.shares.enumerated() where !(share >= 0) {
        throw .shareOutOfRange(margin: place, level: level)
      }
      // A little more than 10⁻⁹, which decimals one billionth apart from 1 may exceed once they are binary.
      let sum = margin.shares.reduce(0, +)
      guard (sum - 1).magnitude <= 1.000_001e-9 else { throw .sharesDoNotSum(margin: place) }
    }
  }

  private static func members(
    _ cells: [RakingCell], margins: [RakingMargin]
  ) throws(RakingFailure) -> [[[Int]]] {
    var members = margins.map { Array(repeating: [Int](), count: $0.shares.count) }
    for (place, cell) in cells.enumerated() {
      precondition(cell.levels.count == margins.count, "a cell has one level in each margin")
      for (margin, level) in cell.levels.enumerated() {
        guard members[margin].indices.contains(level) else { throw .untargeted(margin: margin, level: level) }
        members[margin][level].append(place)
      }
    }
    return members
  }
}
