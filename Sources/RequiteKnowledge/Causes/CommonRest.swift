import RequiteModel

/// What nothing rests on at any point between two versions.
///
/// At every point the ledgers of one side are judged in the period of one side. What is at rest on a side is so for every
/// period that begins no earlier than its cutoff; so the cutoffs of both sides must lie before both periods.
struct CommonRest {
  private let kinds: [DumpKind: (before: RestingRows, after: RestingRows)]

  /// - Parameters:
  ///   - before: the plan of the earlier version.
  ///   - after: the plan of the later one.
  ///   - unique: the kinds that are asked about.
  init(_ before: Plan, _ after: Plan, unique: Set<DumpKind>) {
    var kinds: [DumpKind: (before: RestingRows, after: RestingRows)] = [:]
    for kind in unique {
      guard let old = before.resting(kind), let new = after.resting(kind),
        let begin = [before, after].map({ $0.settings.earliestMoment(of: kind) }).min(),
        max(old.cutoff, new.cutoff) <= begin
      else { continue }
      kinds[kind] = (old, new)
    }
    self.kinds = kinds
  }

  /// The buckets of a ledger that both sides share, by the digest that the plans name.
  func buckets(of ledger: String, kind: DumpKind) -> BucketSet {
    guard let (old, new) = kinds[kind] else { return BucketSet() }
    return old[ledger].intersection(new[ledger])
  }
}
