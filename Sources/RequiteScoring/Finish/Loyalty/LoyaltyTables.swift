import RequiteModel
import RequiteStatistics

/// Loyalty as a merged state holds it, with accounts collapsed to clusters and one scale chosen per question.
///
/// A vendor's answers to one instrument are published on the scale that most respondents of its window used, by the
/// scale's bytes among equals; the others are counted, never pooled unless the operator says so.
struct LoyaltyTables {
  private let counts: Tally
  private let moments: Tally
  private let scales: PublishedScales
  private let accounts: AccountClusters
  /// The strata of each vendor's answers to each instrument, by code.
  private var strata: [Question: [UInt32]] = [:]

  /// Reads a merged state.
  init(tables: StateTables) {
    counts = tables[.loyaltyCounts]
    scales = PublishedScales(tables: tables)
    accounts = AccountClusters(tables[.loyaltyAccounts])
    var moments = tables[.loyaltyMoments]
    moments.merge(accounts.moments)
    self.moments = moments
    var strata: [Question: Set<UInt32>] = [:]
    for (words, _) in moments.sorted() {
      guard let key = LoyaltyKey(words: words[...]) else { continue }
      strata[Question(key), default: []].insert(key.stratum)
    }
    self.strata = strata.mapValues { $0.sorted() }
  }

  /// The published scale of a vendor's answers to `instrument`, `nil` without answers.
  func scale(of instrument: Instrument, vendor: UInt32) -> ScoreScale? {
    scales.published[Question(vendor: vendor, instrument: instrument)]
  }

  /// The scale on which the scores of published answers were given; `nil` where several count together.
  func scoreScale(of instrument: Instrument, vendor: UInt32) -> ScoreScale? {
    let question = Question(vendor: vendor, instrument: instrument)
    guard scales.published[question] == .pooled else { return scales.published[question] }
    let used = scales.used[question] ?? [:]
    return used.count == 1 ? used.keys.first : nil
  }

  /// Whose published answers to `instrument` a cell holds.
  func key(of instrument: Instrument, in cell: Cell) -> LoyaltyKey? {
    scale(of: instrument, vendor: cell.vendor)
      .map { LoyaltyKey(cell: cell, instrument: instrument, stratum: 0, scale: $0) }
  }

  /// Whether a state's key names the published scale of a vendor.
  func isPublished(_ scale: ScoreScale?, _ instrument: Instrument, vendor: UInt32) -> Bool {
    scale != nil && scale == self.scale(of: instrument, vendor: vendor)
  }

  /// The counts of a key with stratum 0.
  func counts(of key: LoyaltyKey) -> LoyaltyCounts {
    LoyaltyCounts(values: counts[key.words])
  }

  /// The recommendation score of a cell; of nobody where nobody answered.
  func netPromoter(of instrument: Instrument = .nps, in cell: Cell) -> NetPromoter {
    guard let key = key(of: instrument, in: cell) else { return NetPromoter(promoters: 0, passives: 0, detractors: 0) }
    return counts(of: key).netPromoter
  }

  /// Every cell with published answers, and how many.
  var publishedRespondents: [(key: LoyaltyKey, respondents: Int64)] {
    counts.sorted().compactMap { words, values in
      guard let key = LoyaltyKey(words: words[...]), key.scale == scale(of: key.instrument, vendor: key.cell.vendor)
      else { return nil }
      return (key, Int64(LoyaltyCounts(values: values).respondents))
    }
  }

  /// Cells in which one account holds more than half of the weight of published answers.
  var dominatedByAccount: [LoyaltyKey] {
    accounts.largest.filter { key, weight in
      isPublished(key.scale, key.instrument, vendor: key.cell.vendor) && 2 * weight > counts(of: key).weight
    }
    .map(\.key)
  }

  /// Respondents of the vendor's window on scales that are not published.
  func respondentsOnOtherScales(of vendor: UInt32) -> Int64 { scales.respondentsOnOthers(of: vendor) }

  /// How many scales the vendor's published answers mix; 0 where each question has one.
  func mixedScales(of vendor: UInt32) -> Int64 { scales.mixed(of: vendor) }

  /// Clusters of the vendor's window found in more than one stratum.
  ///
  /// Each stratum takes such a cluster for one of its own.
  func clustersInTwoStrata(of vendor: UInt32) -> Int64 { accounts.straddling[vendor] ?? 0 }

  /// Strata of the vendor's recommendation answers with a single cluster.
  func lonelyStrata(of vendor: UInt32) -> Int64 {
    guard let key = key(of: .nps, in: Cell(vendor: vendor)) else { return 0 }
    return Int64((strata[Question(key)] ?? []).count { moments(of: key, stratum: $0).clusters == 1 })
  }

  /// The most respondents any of the vendor's instruments has in the window on one scale.
  func respondents(of vendor: UInt32) -> Int64 { scales.most(of: vendor) }

  /// The strata of a cell, by name: its own moments, and the clusters of the vendor as a whole in the same period.
  ///
  /// A cluster outside a level counts with zeros (METHODS B4).
  func strata(of key: LoyaltyKey, _ numerator: AnswerMoments.Numerator, plan: Plan) -> [(name: String, StratumMoments)]
  {
    var whole = key
    whole.cell = key.cell.whole
    return (strata[Question(key)] ?? []).compactMap { code in
      let all = moments(of: whole, stratum: code)
      guard all.clusters > 0 else { return nil }
      let name = plan.strata[Int(code)]
      let stratum = StratumMoments(
        domain: moments(of: key, stratum: code).moments(of: numerator), clusters: Int64(all.clusters),
        population: plan.settings.strataPopulation[name])
      return (name: name, stratum)
    }
  }

  /// The sums over all strata of a cell.
  func sums(of key: LoyaltyKey) -> AnswerTotals {
    (strata[Question(key)] ?? []).reduce(into: AnswerTotals()) { $0 += moments(of: key, stratum: $1).sums }
  }

  private func moments(of key: LoyaltyKey, stratum: UInt32) -> AnswerMoments {
    var key = key
    key.stratum = stratum
    return AnswerMoments(values: moments[key.words])
  }
}

/// One instrument of one vendor.
struct Question: Hashable {
  /// Code of the vendor.
  let vendor: UInt32
  /// The instrument.
  let instrument: Instrument
}

extension Question {
  /// The question of a key.
  init(_ key: LoyaltyKey) {
    self.init(vendor: key.cell.vendor, instrument: key.instrument)
  }
}

extension LoyaltyCounts {
  /// The three categories.
  var netPromoter: NetPromoter {
    NetPromoter(promoters: Int64(promoters), passives: Int64(passives), detractors: Int64(detractors))
  }
}
