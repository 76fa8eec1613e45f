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

    /// All that are read from a curve.
    static let all = MetricMakeup.all.compactMap(Number.init)

    /// What a metric reads from a curve; `nil` where it reads something else.
    init?(_ makeup: MetricMakeup) {
      switch makeup {
      case .medianWait: self = .median
      case .answered(let seconds): self = .answered(within: seconds)
      default: return nil
      }
    }

    func read(_ waits: [WaitBin]) -> Int64? {
      switch self {
      case .median: SurvivalCurve.medianSeconds(of: waits)
      case .answered(let seconds):
        SurvivalCurve.shareEnded(by: seconds, of: waits).map { Int64(FixedDecimal.millionths($0)) }
      }
    }
  }

  let number: Number
  /// The cell, and the place of the order in which coordinates move.
  let curve: (cell: MeasureKey, order: Int)
  /// What other numbers of the cell were divided into.
  let rounds: WaitRounds
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
    let round = WaitRounds.Round(cell: curve.cell, order: curve.order, groups: groups.map(\.members))
    return rounds.shares(of: number, in: round) { WaitSplit.shares(of: groups, from: bins, waits) }
  }

  /// The parts of all numbers that have any.
  private static func shares(
    of groups: [CauseGroups.Group], from bins: WaitBins, _ waits: CausedChanges.Waits
  ) -> [Number: ShapleyShares] {
    let changes = groups.map { group in
      group.members.flatMap { place in
        waits.changes[place].bins.bins.map {
          WaitChange(seconds: $0.seconds, answered: $0.counts.answered, censored: $0.counts.censored)
        }
      }
    }
    let shares = ShapleyShares.of(waits: bins.waits, changes: changes, numbers: Number.all.map { $0.read })
    return zip(Number.all, shares).reduce(into: [:]) { $0[$1.0] = $1.1 }
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
