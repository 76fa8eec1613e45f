import RequiteDocuments
import RequiteKnowledge
import RequiteModel
import RequiteScoring
import RequiteTestSupport
import Testing

/// What a comparison says adds up to what nights publish, at every stop of the way.
@Suite struct ChangeFinderTests {
  /// Metrics that are sums over rows, or ratios of such sums.
  static let divided: Set<String> = Totals.sums.union(Totals.ofYears).union(Totals.ofChannels).union([
    "diagnostics.agents_unknown_share", "diagnostics.balance_coverage", "diagnostics.link_rate_surveys",
    "diagnostics.link_rate_interactions", "perception.vendor_good", "perception.customer_good",
    "diagnostics.promises_per_100_threads", "diagnostics.promises_due_later_share",
    "diagnostics.changes_per_100_threads",
    "loyalty.nps", "loyalty.nps_weighted", "loyalty.mean_score", "loyalty.csat_top2", "loyalty.csat_mean",
    "loyalty.ces_mean", "loyalty.ces_agree", "loyalty.enps", "loyalty.votes_net", "loyalty.response_rate.rr1",
    "loyalty.response_rate.rr2", "loyalty.response_rate.rr5", "loyalty.response_rate.rr6", "reciprocity.answered",
    "reciprocity.same_channel", "reciprocity.listening", "reciprocity.prompt", "reciprocity.named",
    "reciprocity.one_owner", "reciprocity.resolved", "reciprocity.promises", "reciprocity.fair_change",
    "reciprocity.closed_loop",
  ])

  /// A stop between two versions, scored from scratch.
  private struct Stop {
    let totals: Totals
    /// On which scale each question would be published there.
    let scales: QuestionScales

    /// The numbers of questions that another stop would publish on another scale: they cannot be held against each other,
    /// not even where both ends of the way publish them on one.
    func turned(against other: Stop, words: Plan) -> Set<MeasureKey> {
      CountedScales(before: scales, after: other.scales).keysLeftOut(words: words)
    }
  }

  private func stops(
    _ warehouse: Warehouse, _ before: [Warehouse.Dump], _ after: [Warehouse.Dump], _ path: ChangePath, words: Plan
  ) throws -> [Stop] {
    try path.points.map { point in
      let knowledge = try warehouse.knowledge(point.knowsAfter ? after : before, point.settings)
      let tables = try warehouse.tables(knowledge)
      return Stop(
        totals: try Totals(tables, plan: knowledge.plan),
        scales: QuestionScales(tables: tables, plan: knowledge.plan, words: words))
    }
  }

  private func path(_ before: Knowledge, _ after: Knowledge, _ order: [ChangeLeg]) -> ChangePath {
    ChangePath(from: before.plan.settings, to: after.plan.settings, words: before.plan, order: order)
  }

  /// The causes that a step may have.
  private func isOf(_ step: ChangePath.Step) -> (Cause) -> Bool {
    switch step {
    case .start: { _ in false }
    case .knowledge: { $0.coordinate == .knowledge }
    case .period: { $0.coordinate == .period }
    case .setting(let own): { $0 == own }
    }
  }

  /// Checks every number of every cell at every stop, and returns what was found.
  @discardableResult
  private func check(
    _ warehouse: Warehouse, _ nights: RandomNights, _ first: Settings, _ second: Settings, comment: Comment,
    order: [ChangeLeg] = ChangeLeg.allCases
  ) throws -> CausedChanges {
    let before = try warehouse.knowledge(nights.before, first)
    let after = try warehouse.knowledge(nights.after, second)
    let found = try ChangeFinder(before: KnownSide(before), after: KnownSide(after), order: order).find()
    let path = path(before, after, order)
    let stops = try stops(warehouse, nights.before, nights.after, path, words: before.plan)
    for point in path.points.indices.dropFirst() {
      let (old, new) = (stops[point - 1], stops[point])
      checkCounts(
        found, from: old.totals, to: new.totals, isPooled: path.points[point].settings.poolsScales,
        except: found.otherScales.union(old.turned(against: new, words: before.plan)), isOf(path.points[point].step),
        "\(comment), \(path.points[point].step)")
    }
    let (first, last) = (stops[0].totals, stops[stops.count - 1].totals)
    let ineligible = first.pairs.filter { $0.key.metric == CausedChanges.ineligible }.mapValues(\.numerator)
    #expect(found.changes.ineligibleBefore == ineligible, comment)
    for key in Set(first.waits.keys).union(last.waits.keys) {
      #expect(found.changes.waits(key) { _ in false } == first.waits[key] ?? [:], comment)
      #expect(found.changes.waits(key) { _ in true } == last.waits[key] ?? [:], comment)
    }
    return found.changes
  }

  private func checkCounts(
    _ found: ChangeFinder.Found, from old: Totals, to new: Totals, isPooled: Bool, except leftOut: Set<MeasureKey>,
    _ isMeant: (Cause) -> Bool, _ comment: Comment
  ) {
    var keys = Set(old.pairs.keys).union(new.pairs.keys).filter { ChangeFinderTests.divided.contains($0.metric) }
    // Scores of different scales have no mean: where scales count together, means are not published.
    if isPooled { keys = keys.filter { !$0.metric.contains("mean") } }
    keys.subtract(old.withheld.union(new.withheld))
    // Where no answer is of an unknown agent, their share is not published.
    keys = keys.filter {
      !$0.metric.contains("agents_unknown") || old.pairs[$0] != nil && new.pairs[$0] != nil
    }
    keys = keys.filter { !leftOut.contains(MeasureKey(vendor: $0.vendor, metric: $0.metric)) }
    #expect(Set(keys.map(\.metric)).contains("loyalty.nps"), comment)
    for key in keys {
      let sum = found.changes.sum(key, isMeant)
      #expect(old[key].numerator + sum.numerator == new[key].numerator, "\(key): \(comment)")
      #expect(old[key].denominator + sum.denominator == new[key].denominator, "\(key): \(comment)")
    }
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func knowledgeAndPeriodAddUp(seed: UInt64) throws {
    try check(
      Warehouse(), RandomNights(seed: seed), Warehouse.settings(asOf: 30), Warehouse.settings(asOf: 31.5),
      comment: "seed \(seed)")
  }

  @Test(arguments: 41...48 as ClosedRange<UInt64>)
  func peopleWhoAreLinkedOtherwiseAddUp(seed: UInt64) throws {
    let kinds: RandomNights.Kinds = seed == 41 ? [.linked] : [.linked, .late, .corrected, .removed, .erased, .moved]
    let changes = try check(
      Warehouse(), RandomNights(seed: seed, kinds), Warehouse.settings(asOf: 30), Warehouse.settings(asOf: 31.5),
      comment: "seed \(seed)")
    #expect(changes.facts[Cause(.knowledge, .late)]?[.crosswalk] == 5)
    #expect(changes.facts[Cause(.knowledge, .removed)]?[.crosswalk] == 2)
    guard kinds != [.linked] else { return }
    #expect(
      Set(changes.counts.keys.map(\.metric)).isSuperset(of: [
        "diagnostics.link_rate_surveys", "diagnostics.link_rate_interactions", "diagnostics.balance_coverage",
        "diagnostics.channel_mix_customers", "diagnostics.channel_mix_vendor", "diagnostics.agents_unknown_share",
      ]))
  }

  @Test(arguments: 11...13 as ClosedRange<UInt64>)
  func settingsAddUpKeyByKey(seed: UInt64) throws {
    let later = Warehouse.settings(asOf: 31) {
      $0.horizon = 4 * Calendar.day
      $0.followup = 2 * Calendar.day
      $0.curveCap = 3 * Calendar.day
      $0.targets["chat"] = 7200
      $0.unaddressedChannels = ["overheard", "email"]
      $0.promiseDefaultDue = 86_400
      $0.promiseGrace = 7200
      $0.categoryCuts = [ScoreScale("0-10")!: CategoryCuts(greatestDetractor: 4, leastPromoter: 8)]
      $0.poolsScales = true
      $0.method = Method(released: "2026.2")!
      $0.leafWeights = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
    }
    let changes = try check(
      Warehouse(), RandomNights(seed: seed, scales: ["0-10"]), Warehouse.settings(asOf: 30), later,
      comment: "seed \(seed)")
    let keys = Set(changes.counts.values.flatMap(\.changes).map(\.cause).filter { $0.coordinate == .configuration })
    #expect(keys.contains(Cause(.configuration, .configuration, detail: "followup_days")))
    #expect(!keys.contains { $0.detail.contains("leaf_weights") })
    let method = Set(changes.counts.values.flatMap(\.changes).map(\.cause).filter { $0.coordinate == .method })
    #expect(method == [Cause(.method, .method, detail: "latest_answers")])
  }

  @Test(arguments: ChangeLeg.orders(of: Set(ChangeLeg.allCases)))
  func whateverMovesFirstEveryStopAddsUp(order: [ChangeLeg]) throws {
    let later = Warehouse.settings(asOf: 31) {
      $0.horizon = 4 * Calendar.day
      $0.followup = 2 * Calendar.day
      $0.targets["chat"] = 7200
      $0.categoryCuts = [ScoreScale("0-10")!: CategoryCuts(greatestDetractor: 4, leastPromoter: 8)]
      $0.method = Method(released: "2026.2")!
    }
    let changes = try check(
      Warehouse(), RandomNights(seed: 14, scales: ["0-10"]), Warehouse.settings(asOf: 30), later,
      comment: "\(order)", order: order)
    let coordinates = Set(changes.counts.values.flatMap(\.changes).map(\.cause.coordinate))
    #expect(coordinates == Set(Coordinate.allCases))
  }

  @Test func theSameFactsChangeNothing() throws {
    let nights = RandomNights(seed: 3)
    let warehouse = Warehouse()
    let night = try warehouse.knowledge(nights.after, Warehouse.settings(asOf: 30))
    let found = try ChangeFinder(before: KnownSide(night), after: KnownSide(night)).find()
    #expect(found.changes.counts.isEmpty)
    #expect(found.changes.facts.isEmpty)
    #expect(found.changes.waits.values.allSatisfy { $0.changes.isEmpty })
  }

  @Test func otherDumpsOfTheSameFactsChangeNothing() throws {
    let nights = RandomNights(seed: 4, [.late])
    let warehouse = Warehouse()
    let settings = Warehouse.settings(asOf: 30)
    var generator = SplitMix64(seed: 1)
    let others = nights.after.map { dump in
      let rows = dump.lines.dropFirst().shuffled(using: &generator)
      return Warehouse.Dump(name: dump.name, lines: [dump.lines[0]] + rows)
    }
    // The same rows, dealt to other dumps: none of the ledgers is the same.
    var merged: [String: Warehouse.Dump] = [:]
    for dump in others {
      let name = dump.name.prefix { $0 != "-" } + "-all.csv"
      merged[String(name), default: .init(name: String(name), lines: [dump.lines[0]])].lines += dump.lines.dropFirst()
    }
    let found = try ChangeFinder(
      before: KnownSide(warehouse.knowledge(nights.after, settings)),
      after: KnownSide(warehouse.knowledge(Array(merged.values), settings))
    ).find()
    #expect(found.changes.counts.isEmpty)
    #expect(found.changes.facts.isEmpty)
  }

  @Test(arguments: 21...23 as ClosedRange<UInt64>)
  func knowledgeInReverseIsTheMirror(seed: UInt64) throws {
    let (warehouse, nights) = (Warehouse(), RandomNights(seed: seed, scales: ["0-10"]))
    let settings = Warehouse.settings(asOf: 30)
    let before = KnownSide(try warehouse.knowledge(nights.before, settings))
    let after = KnownSide(try warehouse.knowledge(nights.after, settings))
    let there = try ChangeFinder(before: before, after: after).find().changes
    let back = try ChangeFinder(before: after, after: before).find().changes
    #expect(Set(there.counts.keys) == Set(back.counts.keys))
    for key in there.counts.keys {
      for group in [[Cause.Kind.late], [.corrected], [.knockOn], [.erased, .fileMissing, .removed]] {
        let mirror = group == [.late] ? [.erased, .fileMissing, .removed] : group.count == 3 ? [.late] : group
        let one = there.sum(key) { group.contains($0.kind) }
        let other = back.sum(key) { mirror.contains($0.kind) }
        // A thread from which one event went and another came is corrected both ways.
        #expect(one.numerator == -other.numerator && one.denominator == -other.denominator, "\(key) \(group)")
      }
    }
  }

  @Test(arguments: 31...33 as ClosedRange<UInt64>)
  func thePeriodInReverseIsTheMirror(seed: UInt64) throws {
    let (warehouse, nights) = (Warehouse(), RandomNights(seed: seed, scales: ["0-10"]))
    let before = KnownSide(try warehouse.knowledge(nights.after, Warehouse.settings(asOf: 30)))
    let after = KnownSide(try warehouse.knowledge(nights.after, Warehouse.settings(asOf: 32)))
    let there = try ChangeFinder(before: before, after: after).find().changes
    let back = try ChangeFinder(before: after, after: before).find().changes
    #expect(there.counts.values.contains { !$0.changes.isEmpty })
    #expect(Set(there.counts.keys) == Set(back.counts.keys))
    for (key, counts) in there.counts {
      #expect(counts.churn == back.counts[key]?.churn)
      for (kind, mirror) in [(Cause.Kind.new, Cause.Kind.agedOut), (.agedOut, .new), (.knockOn, .knockOn)] {
        let one = there.sum(key) { $0.kind == kind }
        let other = back.sum(key) { $0.kind == mirror }
        #expect(one.numerator == -other.numerator && one.denominator == -other.denominator, "\(key) \(kind)")
      }
    }
  }

  @Test func ledgersMayBeCutInAnyWay() throws {
    let (warehouse, nights) = (Warehouse(), RandomNights(seed: 5))
    let (first, second) = (Warehouse.settings(asOf: 30), Warehouse.settings(asOf: 31))
    let whole = try ChangeFinder(
      before: KnownSide(warehouse.knowledge(nights.before, first)),
      after: KnownSide(warehouse.knowledge(nights.after, second))
    ).find().changes
    let halves = try ChangeFinder(
      before: KnownSide(warehouse.knowledge(halved(nights.before), first)),
      after: KnownSide(warehouse.knowledge(halved(nights.after), second))
    ).find().changes
    #expect(whole.counts == halves.counts)
    #expect(whole.waits == halves.waits)
    #expect(whole.facts == halves.facts)
  }

  /// Each dump as two, whose names tell that they belong together.
  private func halved(_ dumps: [Warehouse.Dump]) -> [Warehouse.Dump] {
    dumps.flatMap { dump in
      let rows = dump.lines.dropFirst()
      let stem = dump.name.dropLast(4)
      return [
        Warehouse.Dump(name: "\(stem)-a.csv", lines: [dump.lines[0]] + rows.prefix(rows.count / 2)),
        Warehouse.Dump(name: "\(stem)-b.csv", lines: [dump.lines[0]] + rows.dropFirst(rows.count / 2)),
      ]
    }
  }
}
