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
/// sides know, keys and times are looked at, and only the threads and customers that are found so are decoded; then, of
/// customers of whom something else is known by that, the other threads. A setting that decides how rows count concerns
/// all of them.
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
    let sides = try BothSides(
      before: earlier, after: later,
      unique: Set([.interactions, .surveys].filter { !before.mayRepeatIds(of: $0) && !after.mayRepeatIds(of: $0) }))
    let path = ChangePath(from: earlier.plan.settings, to: later.plan.settings, words: sides.words, order: order)
    var sums = ChangeSums(path: path, watching: watched, standings: try LinkStandings(earlier, later))
    var facts = FactChangeCounts()
    var events = try SidedFacts<EventColumns>(sides) { try $0.events(of: $1) }
    let followups = try compareThreads(&events, sides, path, &sums, &facts)
    let tables = (before: try before.customerTables(), after: try after.customerTables())
    let scales = CountedScales(
      before: QuestionScales(tables: tables.before, plan: earlier.plan, words: sides.words),
      after: QuestionScales(tables: tables.after, plan: later.plan, words: sides.words))
    sums.setWordings(
      before: WordingTotals(tables: tables.before, plan: earlier.plan, words: sides.words),
      after: WordingTotals(tables: tables.after, plan: later.plan, words: sides.words))
    try compareCustomers(sides, path, scales, followups, &sums, &facts)
    try addCoverage(&events, sides, path, &sums)
    let revenue = try compareRevenue(sides, path, &facts)
    facts.add(Cause(.knowledge, .removed), .erasures, Int64(sides.erasureChanges.removed))
    facts.add(Cause(.knowledge, .late), .erasures, Int64(sides.erasureChanges.late))
    facts.add(Cause(.knowledge, .removed), .crosswalk, sides.crosswalkChanges.removed)
    facts.add(Cause(.knowledge, .late), .crosswalk, sides.crosswalkChanges.late)
    var changes = sums.changes
    changes.facts = facts.counts
    revenue.finish(into: &changes)
    changes.setWaits(before: try before.curves(), plan: earlier.plan)
    changes.setIneligible(before: tables.before, plan: earlier.plan)
    return Found(changes: changes, otherScales: scales.keysLeftOut(words: sides.words), rows: sums.rows)
  }

  private func compareThreads(
    _ events: inout SidedFacts<EventColumns>, _ sides: BothSides, _ path: ChangePath, _ sums: inout ChangeSums,
    _ facts: inout FactChangeCounts
  ) throws -> [[MarkedFollowup]] {
    var selection = ThreadSelection(sides, path: path, repeats: repeatedIds(of: .interactions, sides))
    var threads = ThreadComparison(path: path)
    try events.forEachBucket(selecting: { try path.hasSettings ? nil : selection.rows(of: $1) }) { bucket, marks in
      threads.add(bucket.rows, marks: marks, into: &sums, counting: &facts)
    }
    threads.finish(into: &sums)
    return threads.followups
  }

  private func compareCustomers(
    _ sides: BothSides, _ path: ChangePath, _ scales: CountedScales, _ followups: [[MarkedFollowup]],
    _ sums: inout ChangeSums, _ facts: inout FactChangeCounts
  ) throws {
    var responses = try SidedFacts<ResponseColumns>(sides) { try $0.responses(of: $1) }
    var selection = CustomerSelection(sides, path: path, repeats: repeatedIds(of: .surveys, sides))
    var customers = CustomerComparison(path: path, scales: scales)
    try responses.forEachBucket(selecting: { bucket, blocks in
      try path.hasSettings
        ? nil : selection.rows(of: blocks, followups: followups[bucket], coverage: sums.coverage)
    }) { bucket, marks in
      customers.add(
        bucket.rows, marks: marks, followups: followups[bucket.bucket], into: &sums, counting: &facts)
    }
  }

  /// Looks at all threads of the customers who were touched: what is known of a customer rests on all of them.
  private func addCoverage(
    _ events: inout SidedFacts<EventColumns>, _ sides: BothSides, _ path: ChangePath, _ sums: inout ChangeSums
  ) throws {
    guard !sums.coverage.isEmpty else { return }
    var selection = CoverageSelection(sides, repeats: repeatedIds(of: .interactions, sides))
    var threads = ThreadCoverage(path: path)
    var groups = ThreadGroups()
    try events.forEachBucket(selecting: { try selection.rows(of: $1, sums.coverage) }) { bucket, marks in
      threads.add(bucket.rows, marks: marks, threads: groups.gather(bucket.rows, marks), into: &sums)
    }
    threads.finish(into: &sums)
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

extension LinkStandings {
  /// What both crosswalks say; `nil` where one side has none.
  fileprivate init?(_ before: Knowledge, _ after: Knowledge) throws {
    guard let old = try before.links(), let new = try after.links() else { return nil }
    self.init(
      areSame: old.digest == new.digest, before: { old.standing(of: $0) }, after: { new.standing(of: $0) })
  }
}
