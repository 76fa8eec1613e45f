import RequiteDocuments
import RequiteModel
import RequiteScoring

/// Finds out which cause did what between two versions, from the facts of both.
///
///     let found = try ChangeFinder(before: KnownSide(earlier), after: KnownSide(later)).find()
///     found.changes.counts[key]   // late, corrected, aged out …: rows, numerator, denominator
///
/// Rows are judged as a night judges them, at every point of the way from one version to the other (`ChangePath`), but
/// only those that can count otherwise: whose facts differ, or who stand at an edge of the period. Of ledgers that both
/// sides know, keys and times are looked at, and only the threads and customers that are found so are decoded. A setting
/// that decides how rows count concerns all of them.
///
/// Memory is bounded by the largest bucket, the affected threads' customers and the follow-ups.
public struct ChangeFinder {
  /// What was found.
  public struct Found: Sendable {
    /// What every cause did.
    public let changes: CausedChanges
    /// Numbers of vendors as a whole that both sides publish on different scales: they and their cells are not divided.
    public let otherScales: Set<MeasureKey>
    /// The rows of the numbers that were asked for; their order means nothing.
    public let rows: [MeasureKey: [ChangedRow]]
  }

  private let before: KnownSide
  private let after: KnownSide
  private let watched: Set<MeasureKey>
  private let order: [ChangeLeg]

  /// Prepares a comparison; nothing is read.
  ///
  /// - Parameters:
  ///   - before: the earlier version.
  ///   - after: the later one.
  ///   - watched: the numbers whose rows are wanted one by one.
  ///   - order: what moves first, and what last.
  public init(
    before: KnownSide, after: KnownSide, watching watched: Set<MeasureKey> = [],
    order: [ChangeLeg] = ChangeLeg.allCases
  ) {
    self.order = order
    self.before = before
    self.after = after
    self.watched = watched
  }

  /// Compares.
  ///
  /// - Throws: `DocumentFailure` for a ledger that is damaged or not the one of its plan; a file's failure when one cannot
  ///   be read.
  public func find() throws -> Found {
    let (earlier, later) = (before.knowledge, after.knowledge)
    let sides = try BothSides(before: earlier, after: later)
    let path = ChangePath(from: earlier.plan.settings, to: later.plan.settings, words: sides.words, order: order)
    var sums = ChangeSums(path: path, watching: watched)
    var facts = FactChangeCounts()
    let followups = try compareThreads(sides, path, &sums, &facts)
    let tables = (before: try before.customerTables(), after: try after.customerTables())
    let scales = CountedScales(
      before: QuestionScales(tables: tables.before, plan: earlier.plan, words: sides.words),
      after: QuestionScales(tables: tables.after, plan: later.plan, words: sides.words))
    sums.setWordings(
      before: WordingTotals(tables: tables.before, plan: earlier.plan, words: sides.words),
      after: WordingTotals(tables: tables.after, plan: later.plan, words: sides.words))
    try compareCustomers(sides, path, scales, followups, &sums, &facts)
    let revenue = try compareRevenue(sides, path, &facts)
    facts.add(Cause(.knowledge, .removed), .erasures, Int64(sides.erasureChanges.removed))
    facts.add(Cause(.knowledge, .late), .erasures, Int64(sides.erasureChanges.late))
    facts.add(Cause(.knowledge, .removed), .crosswalk, sides.crosswalkChanges.removed)
    facts.add(Cause(.knowledge, .late), .crosswalk, sides.crosswalkChanges.late)
    var changes = sums.changes
    changes.facts = facts.counts
    revenue.finish(into: &changes)
    changes.setWaits(before: try before.curves(), plan: earlier.plan)
    return Found(changes: changes, otherScales: scales.keysLeftOut(words: sides.words), rows: sums.rows)
  }

  private func compareThreads(
    _ sides: BothSides, _ path: ChangePath, _ sums: inout ChangeSums, _ facts: inout FactChangeCounts
  ) throws -> [[MarkedFollowup]] {
    let ledgers = sides.ledgers(of: .interactions)
    var comparison = FactComparison(sides, moved: try MovedIdentities(ledgers, relocated: sides.relocated).identities())
    var selection = ThreadSelection(sides, path: path, repeats: repeatedIds(of: .interactions, sides))
    var threads = ThreadComparison(path: path)
    let arena = FactArena()
    var bucketFacts = BucketFacts<Interaction>(bucket: 0)
    for bucket in 0..<Bucket.count {
      let blocks = try ledgers.compactMap { ledger in
        try ledger.facts.events(of: bucket).map { SidedColumns(ledger: ledger, columns: $0) }
      }
      let chosen = path.hasSettings ? nil : try selection.rows(of: blocks)
      arena.removeAll()
      bucketFacts = BucketFacts(bucket: bucket, reusing: &bucketFacts)
      try bucketFacts.append(blocks, chosen, arena: arena)
      let marks = comparison.marks(of: bucketFacts)
      withExtendedLifetime(arena) { threads.add(bucketFacts.rows, marks: marks, into: &sums, counting: &facts) }
    }
    threads.finish(into: &sums)
    return threads.followups
  }

  private func compareCustomers(
    _ sides: BothSides, _ path: ChangePath, _ scales: CountedScales, _ followups: [[MarkedFollowup]],
    _ sums: inout ChangeSums, _ facts: inout FactChangeCounts
  ) throws {
    let ledgers = sides.ledgers(of: .surveys)
    var comparison = FactComparison(sides, moved: try MovedIdentities(ledgers, relocated: sides.relocated).identities())
    var selection = CustomerSelection(sides, path: path, repeats: repeatedIds(of: .surveys, sides))
    var customers = CustomerComparison(path: path, scales: scales)
    let arena = FactArena()
    var bucketFacts = BucketFacts<Response>(bucket: 0)
    for bucket in 0..<Bucket.count {
      let blocks = try ledgers.compactMap { ledger in
        try ledger.facts.responses(of: bucket).map { SidedColumns(ledger: ledger, columns: $0) }
      }
      let chosen = path.hasSettings ? nil : try selection.rows(of: blocks, followups: followups[bucket])
      arena.removeAll()
      bucketFacts = BucketFacts(bucket: bucket, reusing: &bucketFacts)
      try bucketFacts.append(blocks, chosen, arena: arena)
      let marks = comparison.marks(of: bucketFacts)
      withExtendedLifetime(arena) {
        customers.add(
          bucketFacts.rows, marks: marks, followups: followups[bucket], into: &sums, counting: &facts)
      }
    }
  }

  /// Whether ids come again was counted when the versions were scored.
  private func repeatedIds(of kind: DumpKind, _ sides: BothSides) -> RepeatedIds {
    RepeatedIds(
      relocated: sides.relocated, isNeeded: before.mayRepeatIds(of: kind) || after.mayRepeatIds(of: kind))
  }

  private func compareRevenue(
    _ sides: BothSides, _ path: ChangePath, _ facts: inout FactChangeCounts
  ) throws -> RevenueChanges {
    var changes = RevenueChanges(words: path.words)
    guard !sides.agree(on: .revenue) else { return changes }
    let ledgers = sides.ledgers(of: .revenue)
    var comparison = FactComparison(sides, moved: [])
    for bucket in 0..<Bucket.count {
      var bucketFacts = BucketFacts<Revenue>(bucket: bucket)
      for ledger in ledgers { try bucketFacts.append(ledger) { $0 += try ledger.facts.revenues(bucket: bucket) } }
      let marks = comparison.marks(of: bucketFacts)
      for mark in marks where mark.stands { facts.add(mark, .revenue) }
      changes.add(bucketFacts.rows, marks: marks)
    }
    return changes
  }
}
