import RequiteKnowledge
import RequiteModel
import RequiteScoring

/// Numerators and denominators as a night publishes them, in millionths.
struct Totals {
  /// A numerator and a denominator.
  struct Pair: Hashable {
    var numerator: Int128 = 0
    var denominator: Int128 = 0
  }

  /// By measure over the window, and over whole years for growth; measures without both numbers are left out.
  private(set) var pairs: [MeasureKey: Pair] = [:]
  /// Measures that are there without their numbers.
  private(set) var withheld: Set<MeasureKey> = []
  /// Waits by cell.
  private(set) var waits: [MeasureKey: WaitBins] = [:]

  /// Metrics that are sums over rows, and no ratio.
  static let sums: Set<String> = [
    "loyalty.promoters", "loyalty.passives", "loyalty.detractors", "diagnostics.answers_by_robots",
    "diagnostics.orphan_fulfilments", CausedChanges.ineligible,
  ]

  /// Metrics of calendar years.
  static let ofYears: Set<String> = [
    "growth.earned_growth", "growth.earned_new_share", "growth.net_revenue_retention",
    "diagnostics.new_revenue_unstated_share",
  ]

  /// Shares of channels.
  static let ofChannels: Set<String> = ["diagnostics.channel_mix_customers", "diagnostics.channel_mix_vendor"]

  init(_ tables: StateTables, plan: Plan) throws {
    let measures = try measures(of: tables, plan: plan)
    for measure in measures where measure.key.period == "window" || Totals.ofYears.contains(measure.key.metric) {
      if Totals.sums.contains(measure.key.metric), let sum = measure.estimate {
        pairs[measure.key] = Pair(numerator: Int128((sum * 1e6).rounded()))
        continue
      }
      guard let numerator = measure.numerator, let denominator = measure.denominator else {
        withheld.insert(measure.key)
        continue
      }
      pairs[measure.key] = Pair(
        numerator: Int128((numerator * 1e6).rounded()), denominator: Int128((denominator * 1e6).rounded()))
    }
    var changes = CausedChanges()
    changes.setWaits(before: tables.curves, plan: plan)
    waits = changes.waits.mapValues(\.before)
    changes.setIneligible(before: tables, plan: plan)
    for (key, count) in changes.ineligibleBefore { pairs[key] = Pair(numerator: count) }
  }

  /// A channel on which nothing was written has no numbers of its own, but a share of all messages, none of them.
  subscript(key: MeasureKey) -> Pair {
    if let pair = pairs[key] { return pair }
    guard Totals.ofChannels.contains(key.metric) else { return Pair() }
    let others = pairs.first { $0.key.vendor == key.vendor && $0.key.metric == key.metric }
    return Pair(denominator: others?.value.denominator ?? 0)
  }
}

extension CausedChanges {
  /// What the causes of some coordinates did to a measure.
  func sum(_ key: MeasureKey, _ isMeant: (Cause) -> Bool) -> Totals.Pair {
    (counts[key]?.changes ?? []).filter { isMeant($0.cause) }.reduce(into: Totals.Pair()) {
      $0.numerator += $1.numerator
      $0.denominator += $1.denominator
    }
  }

  /// The waits of a cell after some causes.
  func waits(_ key: MeasureKey, _ isMeant: (Cause) -> Bool) -> WaitBins {
    var bins = waits[key]?.before ?? [:]
    for change in waits[key]?.changes ?? [] where isMeant(change.cause) { bins.add(change.bins) }
    return bins
  }
}
