import RequiteModel

/// What was answered to every wording in one version.
public struct WordingTotals: Sendable {
  /// By wording, with vendors by the codes of both sides.
  let totals: [PerceptionKey: PerceptionTotals]

  /// Reads them from the sums of a version.
  ///
  /// - Parameters:
  ///   - tables: the sums, of which only those of perception are looked at.
  ///   - plan: the version's own plan, whose codes the sums are in.
  ///   - words: the codes in which both sides meet.
  public init(tables: StateTables, plan: Plan, words: Plan) {
    var totals: [PerceptionKey: PerceptionTotals] = [:]
    for (key, moments) in PerceptionTables(tables).moments {
      guard let code = words.vendors.firstIndex(of: plan.vendors[Int(key.vendor)]) else { continue }
      totals[key.of(vendor: UInt32(code))] = moments.totals
    }
    self.totals = totals
  }

  /// Nothing was answered.
  init() {
    totals = [:]
  }

  /// The wordings that both a vendor and its customers answered, as customers are asked.
  var shared: Set<PerceptionKey> {
    Set(totals.keys.filter { $0.instrument == .csat && totals[$0.asked(.`self`)] != nil })
  }
}

extension PerceptionKey {
  fileprivate func of(vendor: UInt32) -> PerceptionKey {
    PerceptionKey(vendor: vendor, survey: survey, instrument: instrument, scale: scale)
  }
}
