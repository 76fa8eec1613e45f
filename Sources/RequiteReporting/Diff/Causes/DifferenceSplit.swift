import RequiteModel
import RequiteStatistics

/// Divides the change of a difference of two ratios: a cause's part is what it did to the one, less what it did to the
/// other.
struct DifferenceSplit {
  /// One of the ratios: its sums before and after, and what each cause did to them.
  typealias Side = (before: RatioCounts, after: RatioCounts, counts: CausedChanges.Counts)

  /// Fewer rows than this are not told apart.
  let minimum: Int64
  /// What moves first, and what last.
  var legs = ChangeLeg.allCases

  /// The steps of the change, or why there are none.
  func split(_ one: Side, less other: Side) -> ChangeSplit {
    let causes = AlignedChanges.sorted((one.counts.changes + other.counts.changes).map(\.cause))
    let sides = [one, other].map { (before: $0.before, after: $0.after, counts: $0.counts.aligned(to: causes)) }
    // The same causes stand together on both sides; a row is of one of them.
    let rows = causes.indices.map { place in sides.reduce(Int64(0)) { $0 + $1.counts.changes[place].rows } }
    let groups = CauseGroups(Array(zip(causes, rows)), minimum: minimum, legs: legs)
    var splits: [[SplitStep]] = []
    for side in sides {
      let ratio = RatioSplit(scale: 1, minimum: minimum, legs: legs)
      switch ratio.split(from: side.before, to: side.after, side.counts, groups) {
      case .none(let reason): return .none(reason)
      case .steps(let steps): splits.append(steps)
      }
    }
    return .steps(zip(splits[0], splits[1]).map { $0.less($1) })
  }
}

extension CausedChanges.Counts {
  /// The counts with a change for each of `causes`, of nothing where there is none.
  func aligned(to causes: [Cause]) -> CausedChanges.Counts {
    var aligned = self
    aligned.changes = causes.map { cause in changes.first { $0.cause == cause } ?? CausedChange(cause) }
    return aligned
  }
}

extension SplitStep {
  /// What is left of a step when the same step of another number is taken away: the same parts in the same order.
  fileprivate func less(_ other: SplitStep) -> SplitStep {
    let parts = zip(parts, other.parts).map { one, other in
      SplitPart(name: one.name, rows: one.rows, value: one.value - other.value)
    }
    let margins = [margin, other.margin].compactMap { $0 }
    // Different people answer on both sides: their variances add up.
    let margin = margins.isEmpty ? nil : margins.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return SplitStep(coordinates: coordinates, end: end - other.end, parts: parts, margin: margin)
  }
}
