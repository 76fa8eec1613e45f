import RequiteModel

/// A published number that is a ratio of sums over rows, or such a sum, so that a change of it can be divided among rows.
struct CausedMetric: Hashable, BitwiseCopyable, Sendable {
  /// The number in keys of sums.
  let code: UInt8

  static let nps = CausedMetric(code: 0)
  static let npsWeighted = CausedMetric(code: 1)
  static let meanScore = CausedMetric(code: 2)
  static let csatTop2 = CausedMetric(code: 3)
  static let csatMean = CausedMetric(code: 4)
  static let cesMean = CausedMetric(code: 5)
  static let cesAgree = CausedMetric(code: 6)
  static let enps = CausedMetric(code: 7)
  static let votesNet = CausedMetric(code: 8)
  static let rr1 = CausedMetric(code: 9)
  static let rr2 = CausedMetric(code: 10)
  static let rr5 = CausedMetric(code: 11)
  static let rr6 = CausedMetric(code: 12)

  static let promoters = CausedMetric(code: 23)
  static let passives = CausedMetric(code: 24)
  static let detractors = CausedMetric(code: 25)
  static let promisesPerThread = CausedMetric(code: 26)
  static let promisesDueLater = CausedMetric(code: 27)
  static let changesPerThread = CausedMetric(code: 28)
  static let answersByRobots = CausedMetric(code: 29)
  static let orphanFulfilments = CausedMetric(code: 30)
  static let vendorGood = CausedMetric(code: 31)
  static let customerGood = CausedMetric(code: 32)
  static let agentsUnknown = CausedMetric(code: 33)
  static let balanceCoverage = CausedMetric(code: 34)
  static let linkRateSurveys = CausedMetric(code: 35)
  static let linkRateInteractions = CausedMetric(code: 36)
  static let channelMixCustomers = CausedMetric(code: 37)
  static let channelMixVendor = CausedMetric(code: 38)
  static let ineligible = CausedMetric(code: 39)

  /// The share of good cases of a component.
  static func share(of component: Component) -> CausedMetric {
    CausedMetric(code: firstComponent + UInt8(component.index))
  }

  /// The scores of a question.
  static func metrics(of instrument: Instrument) -> [CausedMetric] {
    switch instrument {
    case .nps: [.nps, .npsWeighted, .meanScore, .promoters, .passives, .detractors]
    case .enps: [.enps]
    case .csat: [.csatTop2, .csatMean]
    case .ces: [.cesMean, .cesAgree]
    case .votes: [.votesNet]
    case .`self`, .other: []
    }
  }

  /// The metric's name in `measures.csv`.
  var name: String { CausedMetric.names[Int(code)] }

  /// The metric of a name; `nil` for a number that is no sum over rows, and no ratio of such sums.
  init?(named name: String) {
    guard let place = CausedMetric.names.firstIndex(of: name) else { return nil }
    code = UInt8(place)
  }

  init(code: UInt8) {
    self.code = code
  }

  /// What its rows are.
  var rows: ChangedRow.Kind {
    switch self {
    case .balanceCoverage, .linkRateSurveys, .linkRateInteractions: .customer
    case .promoters, .passives, .detractors, .vendorGood, .customerGood, .share(of: .closedLoop), .ineligible:
      .response
    default: code < CausedMetric.firstComponent ? .response : .thread
    }
  }

  /// Whether it is published of vendors as a whole alone.
  @inline(__always)
  var isOfWholeVendors: Bool {
    CausedMetric.promisesPerThread.code..<CausedMetric.channelMixCustomers.code ~= code
  }

  private static let firstComponent: UInt8 = 13
  private static let names =
    [
      LoyaltyMetric.nps, LoyaltyMetric.npsWeighted, LoyaltyMetric.meanScore, LoyaltyMetric.csatTop2,
      LoyaltyMetric.csatMean, LoyaltyMetric.cesMean, LoyaltyMetric.cesAgree, LoyaltyMetric.enps,
      LoyaltyMetric.votesNet, "loyalty.response_rate.rr1", "loyalty.response_rate.rr2", "loyalty.response_rate.rr5",
      "loyalty.response_rate.rr6",
    ] + Component.allCases.map { "reciprocity.\($0.rawValue)" } + [
      LoyaltyMetric.promoters, LoyaltyMetric.passives, LoyaltyMetric.detractors,
      "diagnostics.promises_per_100_threads", "diagnostics.promises_due_later_share",
      "diagnostics.changes_per_100_threads", "diagnostics.answers_by_robots", "diagnostics.orphan_fulfilments",
      "perception.vendor_good", "perception.customer_good", "diagnostics.agents_unknown_share",
      "diagnostics.balance_coverage", "diagnostics.link_rate_surveys", "diagnostics.link_rate_interactions",
      "diagnostics.channel_mix_customers", "diagnostics.channel_mix_vendor",
      CausedChanges.ineligible,
    ]
}
