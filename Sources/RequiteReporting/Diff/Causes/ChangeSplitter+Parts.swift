import RequiteModel
import RequiteStatistics

/// Numbers that are made of other numbers, whose causes are known.
extension ChangeSplitter {
  /// A ratio less another.
  func difference(
    _ entry: MeasureDiff.Entry, of one: String, less other: String, _ causes: AlignedChanges
  ) -> ChangeSplit {
    let keys = [one, other].map { entry.key.with(metric: $0) }
    let ends = keys.map { (before: parts[$0]?.before?.counts, after: parts[$0]?.after?.counts) }
    guard let before = ends[0].before, let after = ends[0].after, let lessBefore = ends[1].before,
      let lessAfter = ends[1].after
    else { return .none(.oneSided) }
    let counts = keys.map { causes.counts(of: $0) }
    if counts.allSatisfy({ $0 == nil }) {
      return uncounted(keys[0], isSame: before == after && lessBefore == lessAfter)
    }
    return inEveryOrder(from: entry) { place, legs in
      DifferenceSplit(minimum: minimum, legs: legs).split(
        (before, after, counts[0]?[place] ?? .init()), less: (lessBefore, lessAfter, counts[1]?[place] ?? .init()))
    }
  }

  /// The rates of all who were asked and of those known to be eligible tell of everybody but the ineligible.
  func estimatedRate(_ entry: MeasureDiff.Entry, _ answers: String, _ causes: AlignedChanges) -> ChangeSplit {
    let keys = [answers, "loyalty.response_rate.rr5", CausedChanges.ineligible].map { entry.key.with(metric: $0) }
    guard let asked = parts[keys[0]]?.before?.counts, let eligible = parts[keys[1]]?.before?.counts else {
      return .none(.oneSided)
    }
    let counts = keys.map { causes.counts(of: $0) }
    if counts.allSatisfy({ $0 == nil }) {
      return uncounted(entry.key.with(metric: answers), isSame: entry.before?.estimate == entry.after?.estimate)
    }
    let ineligible = causes.orders.first?.changes.ineligibleBefore[keys[2]] ?? 0
    return inEveryOrder(from: entry) { place, legs in
      let all = counts.map { $0?[place] ?? .init() }
      let known = AlignedChanges.sorted(all.flatMap { $0.changes.map(\.cause) })
      let aligned = all.map { $0.aligned(to: known).changes }
      return EstimatedRateSplit(minimum: minimum, legs: legs).split(
        from: entry.before!.estimate!, to: entry.after!.estimate!,
        beginning: EstimatedRateSplit.Invitations(asked: asked, eligible: eligible, ineligible: ineligible),
        known.indices.map {
          EstimatedRateSplit.Change(asked: aligned[0][$0], eligible: aligned[1][$0], ineligible: aligned[2][$0])
        })
    }
  }

  /// A component that a cell does not have counts nothing there.
  func index(
    _ pillar: RequiteModel.Pillar?, _ entry: MeasureDiff.Entry, _ causes: AlignedChanges
  ) -> ChangeSplit {
    let keys = Component.allCases.map { entry.key.with(metric: $0.metric) }
    guard keys.allSatisfy({ parts[$0]?.differenceDiscloses != true }) else { return .none(.hidden) }
    let changes = keys.map { causes.counts(of: $0) }
    let designs = IndexDesigns(from: settings.before, to: settings.after, pillar: pillar)
    return inEveryOrder(from: entry) { place, legs in
      IndexSplit(
        designs: designs, components: keys.map { parts[$0]?.before?.counts ?? .zero },
        changes: changes.map { $0?[place] ?? .init() }, minimum: minimum, legs: legs
      ).split(from: entry.before!.estimate!, to: entry.after!.estimate!)
    }
  }
}
