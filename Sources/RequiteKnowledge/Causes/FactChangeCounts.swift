import RequiteModel
import RequiteScoring

/// Facts that differ between both sides, as they are counted bucket by bucket.
struct FactChangeCounts {
  private(set) var counts: [Cause: [DumpKind: Int64]] = [:]

  /// Counts facts.
  mutating func add(_ cause: Cause, _ kind: DumpKind, _ count: Int64 = 1) {
    guard count > 0 else { return }
    counts[cause, default: [:]][kind, default: 0] += count
  }

  /// Counts a row by its mark; a corrected fact counts once, where it stands now.
  ///
  /// - Parameters:
  ///   - wasDue: whether the fact lies in the time of the earlier version: otherwise it is new, not late.
  mutating func add(_ mark: FactMark, _ kind: DumpKind, wasDue: Bool = true) {
    switch mark.change {
    case .same: break
    case .corrected where !mark.standsAfter: break
    case .late where !wasDue: add(Cause(.period, .new), kind)
    default: add(Cause(.knowledge, mark.change.kind), kind)
    }
  }
}
