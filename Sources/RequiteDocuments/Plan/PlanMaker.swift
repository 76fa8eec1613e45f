import RequiteFormats
import RequiteModel

/// Makes the plan of a night from the ledgers that take part.
public struct PlanMaker {
  private let ledgers: [LedgerReader]
  private let links: IdentityLinks?
  private let copies: [String: LedgerReader]

  /// Prepares a plan of `ledgers`, which may come in any order.
  ///
  /// - Parameters:
  ///   - ledgers: the ledgers of the night, in any order.
  ///   - links: what the crosswalks among them say; `nil` where there are none.
  ///   - copies: by the digest of a ledger, its linked copy, where that is another one.
  public init(ledgers: [LedgerReader], links: IdentityLinks? = nil, copies: [String: LedgerReader] = [:]) {
    self.ledgers = ledgers.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    self.links = links
    self.copies = copies
  }

  /// The latest time of any accepted row; `nil` when there is none.
  ///
  /// Revenue is told of years, not of moments, and so does not move it.
  public var latest: Instant? {
    ledgers.compactMap(\.footer.latest).max()
  }

  /// The plan under `settings`, whose windows and `asOf` are final.
  ///
  /// The same ledgers give the same plan in any order and under any division into dumps, but for the list of ledgers.
  ///
  /// - Parameters:
  ///   - settings: with every default filled in.
  ///   - earlier: a plan made before. Of the very same ledgers and period, it already knows which ids moved and what is
  ///     at rest; of some of them, which ids need not be looked at again.
  ///   - fingerprints: those of old ledgers, which save a look into most of them.
  public func plan(settings: Settings, earlier: Plan? = nil, fingerprints: [FingerprintFile] = []) throws -> Plan {
    let attributes = settings.attributes
    for ledger in ledgers where ledger.footer.kind.hasAttributes && ledger.footer.attributes != attributes {
      throw DocumentFailure.otherPlan(ledger.name)
    }
    var plan = words(settings: settings)
    if let earlier, earlier.ledgers == plan.ledgers, earlier.settings.hasSamePeriod(as: settings) {
      (plan.relocations, plan.resting) = (earlier.relocations, earlier.resting)
      return plan
    }
    let search = RelocationSearch(
      ledgers: ledgers.map { copies[$0.digest] ?? $0 }, digests: ledgers.map(\.digest), plan: plan, links: links,
      earlier: earlier.flatMap { $0.digests(of: .crosswalk) == plan.digests(of: .crosswalk) ? $0 : nil },
      fingerprints: fingerprints)
    let found = try search.find()
    (plan.relocations, plan.resting) = (found.relocations, found.resting)
    return plan
  }

  /// A plan of the ledgers that does not say where ids count which stand in several buckets: codes for all names.
  ///
  /// The ledgers may hold other attributes too; those of `settings` they must hold.
  public func words(settings: Settings) -> Plan {
    let dictionaries = ledgers.map(\.footer.dictionaries)
    let levels = settings.attributes.map { name in
      SortedTexts.union(ledgers.compactMap { $0.footer.levels(of: name) } + [[""]])
    }
    return Plan(
      settings: settings,
      ledgers: ledgers.map { PlannedLedger(name: $0.name, kind: $0.footer.kind, digest: $0.digest) },
      vendors: SortedTexts.union(dictionaries.map { $0.vendors.filter { !$0.isEmpty } }),
      channels: SortedTexts.union(dictionaries.map(\.channels) + [[""]]),
      strata: SortedTexts.union(dictionaries.map(\.strata) + [[""]]), levels: levels,
      periods: TrendPeriod.touching([settings.surveyWindow, settings.eventWindow], length: settings.periods)
        .map(\.label))
  }
}

extension Settings {
  /// Whether the same stretches of time count.
  fileprivate func hasSamePeriod(as other: Settings) -> Bool {
    surveyWindow == other.surveyWindow && eventWindow == other.eventWindow
  }
}

extension LedgerFooter {
  /// The levels of an attribute, `nil` where the ledger has none of that name.
  fileprivate func levels(of attribute: String) -> [String]? {
    guard let place = attributes.firstIndex(of: attribute), place < dictionaries.levels.count else { return nil }
    return dictionaries.levels[place]
  }
}
