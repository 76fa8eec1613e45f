import RequiteFormats
import RequiteModel

/// Makes the plan of a night from the ledgers that take part.
public struct PlanMaker {
  private let ledgers: [LedgerReader]

  /// Prepares a plan of `ledgers`, which may come in any order.
  public init(ledgers: [LedgerReader]) {
    self.ledgers = ledgers.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// The latest time of any accepted row; `nil` when there is none.
  public var latest: Instant? {
    ledgers.compactMap(\.footer.latest).max()
  }

  /// The plan under `settings`, whose windows and `asOf` are final.
  ///
  /// The same ledgers give the same plan in any order and under any division into dumps, but for the list of ledgers.
  ///
  /// - Parameter earlier: a plan made before. Of the very same ledgers, it already knows which ids moved.
  public func plan(settings: Settings, earlier: Plan? = nil) throws -> Plan {
    let dictionaries = ledgers.map(\.footer.dictionaries)
    let channels = SortedTexts.union(dictionaries.map(\.channels) + [[""]])
    let attributes = settings.attributes
    for ledger in ledgers where ledger.footer.kind != .erasures && ledger.footer.attributes != attributes {
      throw DocumentFailure.otherPlan(ledger.name)
    }
    let attributeLevels = attributes.indices.map { index in
      SortedTexts.union(dictionaries.compactMap { index < $0.levels.count ? $0.levels[index] : nil } + [[""]])
    }
    var plan = Plan(
      settings: settings,
      ledgers: ledgers.map { PlannedLedger(name: $0.name, kind: $0.footer.kind, digest: $0.digest) },
      vendors: SortedTexts.union(dictionaries.map { $0.vendors.filter { !$0.isEmpty } }), channels: channels,
      strata: SortedTexts.union(dictionaries.map(\.strata) + [[""]]),
      levels: settings.dimensions.map { name in
        name == "channel" ? channels : attributeLevels[attributes.firstIndex(of: name)!]
      },
      periods: settings.periods == .month ? months(settings) : [])
    if let earlier, earlier.ledgers == plan.ledgers {
      plan.relocations = earlier.relocations
      return plan
    }
    plan.relocations = try RelocationSearch(ledgers: ledgers, plan: plan).relocations()
    return plan
  }

  /// The calendar months that either window touches.
  private func months(_ settings: Settings) -> [String] {
    let windows = [settings.surveyWindow, settings.eventWindow]
    var labels: [String] = []
    var day = windows.map(\.from.seconds).min()! / 86_400
    let end = windows.map(\.to.seconds).max()!
    while day * 86_400 < end {
      let label = CivilDate(daysSince1970: day).monthLabel
      if labels.last != label { labels.append(label) }
      day += 1
    }
    return labels
  }
}
