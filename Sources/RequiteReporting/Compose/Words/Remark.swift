import RequiteModel

/// What the reason of a measure means for its reader, in words that fit the metric.
struct Remark {
  private let measure: Measure
  private let settings: Settings
  private let name: String
  private let family: MetricFamily?

  init(on measure: Measure, settings: Settings) {
    self.measure = measure
    self.settings = settings
    name = measure.key.metric
    family = measure.metric.family
  }

  /// The remark; `nil` for a number that needs none.
  var text: String? {
    guard let reason = measure.reason else { return measure.estimate == nil ? "Not shown" : nil }
    return switch reason {
    case .noData: noData
    case .tooFewForVariance: tooFewForVariance
    case .zeroVariance: zeroVariance
    case .smallCell:
      "Not shown: fewer than \(leastShown) \(people), or needed to keep such a group hidden"
    case .denominatorTooSmall: denominatorTooSmall
    case .pillarEmpty: pillarEmpty
    case .notConverged: "Not shown: the weights do not reach the known margins"
    case .notReached: "Not reached: fewer than half were answered in the time observed"
    }
  }

  private var noData: String {
    let isRate = name.hasPrefix("loyalty.response_rate.")
    let isBound = name == "loyalty.nps_worst" || name == "loyalty.nps_best"
    // A bound is also missing where nobody answered, whatever is known of the others.
    if isRate || (isBound && measure.n > 0) { return "Response rate unknown: the dumps hold answers only" }
    switch family {
    case .growth: return "Not shown: no revenue in the year before"
    case .balance where measure.n > 0: return "Not shown: no customer gave any loyalty"
    default: return "Nothing to count"
    }
  }

  private var tooFewForVariance: String {
    if name == "loyalty.nps_shrunk" { return "Not shown: fewer than three groups" }
    let missing = measure.estimate == nil ? "Not shown" : "No interval"
    let isLonely = family == .loyalty && settings.lonelyStratum == .fail && measure.n >= 2
    let why = isLonely ? "a stratum holds a single account" : "fewer than two independent \(people)"
    return "\(missing): \(why)"
  }

  private var zeroVariance: String {
    if isOfTrend { return "Not shown: all answers of the base are alike" }
    if name == "loyalty.nps_shrunk" { return "All answers alike: there is nothing to draw" }
    guard measure.estimate != nil else { return "Not shown: all \(cases) alike" }
    if measure.low != nil { return "All \(cases) alike: the interval is an approximation" }
    return family == .employee ? "No interval: the units lie on one line" : "All \(cases) alike: no interval"
  }

  private var denominatorTooSmall: String {
    if isOfTrend { return "Not shown: needs eight periods as a base" }
    switch family {
    case .balance: return "Not shown: fewer than ten customers"
    case .employee: return "Not shown: fewer than eight units"
    default: break
    }
    let needed = settings.minimumDenominator
    guard let cases = measure.denominator else { return "Not shown: fewer than \(needed) cases" }
    return "Not shown: \(NumberText.count(cases)) \(cases == 1 ? "case" : "cases"), \(needed) needed"
  }

  private var pillarEmpty: String {
    let isPillar = Pillar.allCases.contains { name == "reciprocity.\($0.rawValue)" }
    return isPillar ? "Not shown: every component has too few cases" : "Not shown: a whole pillar has too few cases"
  }

  // MARK: Words

  private var isOfTrend: Bool {
    name.hasPrefix("loyalty.trend_") || name.hasPrefix("reciprocity.trend_")
  }

  private var isOfEmployees: Bool { name == "loyalty.enps" || family == .employee }

  /// Employees know each other and are never shown by fewer than ten: METHODS B8.
  private var leastShown: Int64 {
    isOfEmployees ? max(settings.suppressionMinimum, 10) : settings.suppressionMinimum
  }

  /// Whom the number tells about.
  private var people: String {
    if isOfEmployees { return "employees" }
    return switch family {
    case .firstAnswer: measure.reason == .smallCell ? "customers" : "threads"
    case .perception: "respondents"
    default: name == "loyalty.votes_net" ? "votes" : "customers"
    }
  }

  /// What the number was worked out from.
  private var cases: String {
    switch family {
    case .loyalty, .perception: "answers"
    case .firstAnswer: "threads"
    case .employee: "units"
    case .balance: "customers"
    default: "cases"
    }
  }
}
