import RequiteModel
import RequiteStatistics

/// Divides the change of a median wait, or of a share answered in time, by Shapley's average over the causes of a step.
struct WaitSplit {
  /// What is read from a curve, as a whole number.
  enum Number: Hashable {
    /// The median, in seconds.
    case median
    /// The share answered within so many seconds, in millionths.
    case answered(within: Int64)

    /// How many make 1 in the unit of the metric.
    var unitsPerOne: Int64 { self == .median ? 1 : 1_000_000 }

    func read(_ waits: [WaitBin]) -> Int64? {
      switch self {
      case .median: SurvivalCurve.medianSeconds(of: waits)
      case .answered(let seconds):
        SurvivalCurve.shareEnded(by: seconds, of: waits).map { Int64(FixedDecimal.millionths($0)) }
      }
    }
  }

  let number: Number
  /// Fewer rows than this are not told apart.
  let minimum: Int64
  /// What moves first, and what last.
  var legs = ChangeLeg.allCases
  /// Rows behind causes, where other orders decide about them too.
  var rows: [Cause: Int64] = [:]

  /// The steps from `before` to `after`, both as published, or why there are none.
  func split(from before: Double, to after: Double, _ waits: CausedChanges.Waits) -> ChangeSplit {
    ShapleySteps<WaitBins>(
      groups: CauseGroups(
        waits.changes.map { ($0.cause, rows[$0.cause] ?? $0.rows) }, minimum: minimum, legs: legs),
      unitsPerOne: number.unitsPerOne, read: read, add: { $0.add(waits.changes[$1].bins) },
      shares: { shares(of: $0, from: $1, waits) }
    ).split(from: before, to: after, beginning: waits.before)
  }

  private func shares(
    of groups: [CauseGroups.Group], from bins: WaitBins, _ waits: CausedChanges.Waits
  ) -> ShapleyShares? {
    let changes = groups.map { group in
      group.members.flatMap { place in
        waits.changes[place].bins.bins.map {
          WaitChange(seconds: $0.seconds, answered: $0.counts.answered, censored: $0.counts.censored)
        }
      }
    }
    return ShapleyShares(waits: bins.waits, changes: changes, number: number.read)
  }

  private func read(_ bins: WaitBins) -> Int64? {
    guard bins.bins.allSatisfy({ $0.counts.answered >= 0 && $0.counts.censored >= 0 }) else { return nil }
    return number.read(bins.waits)
  }
}

extension CausedChanges.Waits.Change {
  /// Threads that came or went, whichever are more; a thread that waited for another time did both.
  ///
  /// None for a setting.
  var rows: Int64 {
    guard cause.coordinate == .knowledge || cause.coordinate == .period else { return 0 }
    var (came, went) = (Int64(0), Int64(0))
    for bin in bins.bins {
      for count in [bin.counts.answered, bin.counts.censored] {
        if count > 0 { came += count } else { went -= count }
      }
    }
    return max(came, went)
  }
}

extension WaitBins {
  /// The waits, of which there are none less than none.
  fileprivate var waits: [WaitBin] {
    bins.map { WaitBin(seconds: $0.seconds, answered: $0.counts.answered, censored: $0.counts.censored) }
  }
}
