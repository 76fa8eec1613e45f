import RequiteModel
import RequiteStatistics

/// Loyalty as a merged state holds it, with accounts collapsed to clusters and one scale chosen per question.
///
/// A vendor's answers to one instrument are published on the scale that most respondents of its window used, by the
/// scale's bytes among equals; the others are counted, never pooled.
struct LoyaltyTables {
  /// One instrument of one vendor.
  private struct Question: Hashable {
    let vendor: UInt32
    let instrument: Instrument
  }

  /// Counts by cell, question and scale; the stratum is 0.
  private var counts: [LoyaltyKey: LoyaltyCounts] = [:]
  /// Moments by cell, question and scale, then by stratum.
  private var moments: [LoyaltyKey: [UInt32: AnswerMoments]] = [:]
  private var scales: [Question: ScoreScale] = [:]
  private var otherScales: [UInt32: Int64] = [:]
  private var straddling: [UInt32: Int64] = [:]
  private var respondents: [UInt32: Int64] = [:]

  /// Reads a merged state.
  init(tables: StateTables) {
    for (words, value) in tables[.loyaltyCounts].sorted() {
      guard let key = LoyaltyKey(words: words[...]) else { continue }
      counts[key] = LoyaltyCounts(values: value)
    }
    for (words, value) in tables[.loyaltyMoments].sorted() {
      guard let key = LoyaltyKey(words: words[...]) else { continue }
      moments[key.withoutStratum, default: [:]][key.stratum] = AnswerMoments(values: value)
    }
    collapseAccounts(tables[.loyaltyAccounts].sorted())
    chooseScales()
  }

  /// The cells with published answers to `instrument`, in order.
  func cells(with instrument: Instrument) -> [Cell] {
    counts.keys
      .filter { $0.instrument == instrument && $0.scale == scale(of: instrument, vendor: $0.cell.vendor) }
      .map(\.cell)
      .sorted { $0.precedes($1) }
  }

  /// The published scale of a vendor's answers to `instrument`, `nil` without answers.
  func scale(of instrument: Instrument, vendor: UInt32) -> ScoreScale? {
    scales[Question(vendor: vendor, instrument: instrument)]
  }

  /// The counts of a key with stratum 0.
  func counts(of key: LoyaltyKey) -> LoyaltyCounts {
    counts[key] ?? LoyaltyCounts()
  }

  /// Respondents of the vendor's window on scales that are not published.
  func respondentsOnOtherScales(of vendor: UInt32) -> Int64 { otherScales[vendor] ?? 0 }

  /// Clusters of the vendor's window found in more than one stratum.
  ///
  /// Each stratum takes such a cluster for one of its own.
  func clustersInTwoStrata(of vendor: UInt32) -> Int64 { straddling[vendor] ?? 0 }

  /// The most respondents any of the vendor's instruments has in the window on one scale.
  func respondents(of vendor: UInt32) -> Int64 {
    respondents[vendor] ?? 0
  }

  /// The strata of a cell, by name: its own moments, and the clusters of the vendor as a whole in the same period.
  ///
  /// A cluster outside a level counts with zeros (METHODS B4).
  func strata(of key: LoyaltyKey, _ numerator: AnswerMoments.Numerator, plan: Plan) -> [(name: String, StratumMoments)]
  {
    var whole = key
    whole.cell = Cell(vendor: key.cell.vendor, period: key.cell.period)
    let own = moments[key] ?? [:]
    return (moments[whole] ?? [:]).sorted { $0.key < $1.key }.map { code, all in
      let name = plan.strata[Int(code)]
      let stratum = StratumMoments(
        domain: (own[code] ?? AnswerMoments()).moments(of: numerator), clusters: Int64(all.clusters),
        population: plan.settings.strataPopulation[name])
      return (name: name, stratum)
    }
  }

  /// The sums over all strata of a cell.
  func sums(of key: LoyaltyKey) -> AnswerTotals {
    (moments[key] ?? [:]).values.reduce(into: AnswerTotals()) { $0 += $1.sums }
  }
}

extension LoyaltyTables {
  /// Turns each account's totals into one cluster, and counts accounts that are found in several strata.
  private mutating func collapseAccounts(_ accounts: [(key: [UInt64], value: [Int128])]) {
    var strata: [[UInt64]: Set<UInt32>] = [:]
    for (words, value) in accounts {
      guard let key = LoyaltyKey(words: words[..<4]) else { continue }
      moments[key.withoutStratum, default: [:]][key.stratum, default: AnswerMoments()].add(AnswerTotals(values: value))
      guard key.cell.isHeadline else { continue }
      strata[[UInt64(key.cell.vendor), UInt64(key.instrument.code)] + words[4...], default: []].insert(key.stratum)
    }
    for (question, found) in strata where found.count > 1 { straddling[UInt32(question[0]), default: 0] += 1 }
  }

  private mutating func chooseScales() {
    var most: [Question: Int128] = [:]
    for (key, value) in counts where key.cell.isHeadline {
      let question = Question(vendor: key.cell.vendor, instrument: key.instrument)
      let rival = scales[question]
      let isChosen =
        rival == nil || value.respondents > most[question] ?? 0
        || (value.respondents == most[question] && key.scale < rival!)
      if isChosen { (scales[question], most[question]) = (key.scale, value.respondents) }
    }
    for (key, value) in counts where key.cell.isHeadline {
      respondents[key.cell.vendor] = max(respondents[key.cell.vendor] ?? 0, Int64(value.respondents))
      guard key.scale != scale(of: key.instrument, vendor: key.cell.vendor) else { continue }
      otherScales[key.cell.vendor, default: 0] += Int64(value.respondents)
    }
  }
}

extension LoyaltyKey {
  /// The key under which strata are listed.
  fileprivate var withoutStratum: LoyaltyKey {
    LoyaltyKey(cell: cell, instrument: instrument, stratum: 0, scale: scale)
  }
}
