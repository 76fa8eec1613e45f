import RequiteModel

/// A published number that is a ratio of sums over rows, so that a change of it can be divided among rows.
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

  /// The share of good cases of a component.
  static func share(of component: Component) -> CausedMetric {
    CausedMetric(code: firstComponent + UInt8(component.index))
  }

  /// The scores of a question.
  static func metrics(of instrument: Instrument) -> [CausedMetric] {
    switch instrument {
    case .nps: [.nps, .npsWeighted, .meanScore]
    case .enps: [.enps]
    case .csat: [.csatTop2, .csatMean]
    case .ces: [.cesMean, .cesAgree]
    case .votes: [.votesNet]
    case .`self`, .other: []
    }
  }

  /// The metric's name in `measures.csv`.
  var name: String { CausedMetric.names[Int(code)] }

  /// The metric of a name; `nil` for a number that is no ratio of sums over rows.
  init?(named name: String) {
    guard let place = CausedMetric.names.firstIndex(of: name) else { return nil }
    code = UInt8(place)
  }

  init(code: UInt8) {
    self.code = code
  }

  /// Whether its rows are responses: all but the components that threads decide.
  var isOfResponses: Bool { code < CausedMetric.firstComponent || self == .share(of: .closedLoop) }

  private static let firstComponent: UInt8 = 13
  private static let names =
    [
      LoyaltyMetric.nps, LoyaltyMetric.npsWeighted, LoyaltyMetric.meanScore, LoyaltyMetric.csatTop2,
      LoyaltyMetric.csatMean, LoyaltyMetric.cesMean, LoyaltyMetric.cesAgree, LoyaltyMetric.enps,
      LoyaltyMetric.votesNet, "loyalty.response_rate.rr1", "loyalty.response_rate.rr2", "loyalty.response_rate.rr5",
      "loyalty.response_rate.rr6",
    ] + Component.allCases.map { "reciprocity.\($0.rawValue)" }
}
