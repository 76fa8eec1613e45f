import RequiteModel
import RequiteStatistics

/// The parts of all numbers that are read from curves of waits, round by round: each round of a cell is divided once, for
/// the five of them.
final class WaitRounds {
  /// Causes of a cell that act together.
  struct Round: Hashable {
    /// The cell.
    let cell: MeasureKey
    /// The place of the order in which coordinates move.
    let order: Int
    /// The places of the causes, group by group; what acted before follows from it.
    let groups: [[Int]]
  }

  private var known: [Round: [WaitSplit.Number: ShapleyShares]] = [:]

  /// The parts of one number; `nil` where there are none.
  ///
  /// - Parameter divide: divides the round, when it is asked for first.
  func shares(
    of number: WaitSplit.Number, in round: Round, _ divide: () -> [WaitSplit.Number: ShapleyShares]
  ) -> ShapleyShares? {
    if let shares = known[round] { return shares[number] }
    let shares = divide()
    known[round] = shares
    return shares[number]
  }
}
