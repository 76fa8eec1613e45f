import RequiteModel
import RequiteStatistics

/// Divides the change of a sum over rows: every cause takes what its rows changed.
struct TotalSplit {
  /// Fewer rows than this are not told apart.
  let minimum: Int64
  /// What moves first, and what last.
  var legs = ChangeLeg.allCases

  /// The steps from `before` to `after`, both in millionths, or why there are none.
  func split(from before: Int128, to after: Int128, _ counts: CausedChanges.Counts) -> ChangeSplit {
    guard before + counts.changes.reduce(0, { $0 + $1.numerator }) == after else { return .none(.sumsDiffer) }
    var end = before
    let groups = CauseGroups(counts.changes.map { ($0.cause, $0.rows) }, minimum: minimum, legs: legs)
    return .steps(
      groups.steps.map { step in
        let parts = step.groups.map { part(of: $0, counts.changes) }
        end += step.groups.flatMap(\.members).reduce(0) { $0 + counts.changes[$1].numerator }
        return SplitStep(coordinates: step.coordinates, end: Double(end) / 1_000_000, parts: parts)
      })
  }

  private func part(of group: CauseGroups.Group, _ changes: [CausedChange]) -> SplitPart {
    let sum = group.members.reduce(Int128(0)) { $0 + changes[$1].numerator }
    return SplitPart(
      name: group.name, rows: group.rows > 0 ? group.rows : nil, counts: RatioCounts(numerator: sum, denominator: 0),
      exact: Fraction(sum, over: 1_000_000), value: Double(sum) / 1_000_000)
  }
}
