import RequiteModel
import RequiteReporting

/// Made-up reports for tests: small enough to read, with every kind of cell.
enum SampleReport {
  static let version = "2026-03-31.1-4f1c9a2b"

  static var settings: Settings {
    var settings = Settings()
    settings.asOf = Instant(rfc3339: "2026-04-01T00:00:00Z")!
    settings.surveyWindow = Window(from: Instant(rfc3339: "2026-01-01T00:00:00Z")!, to: settings.asOf)
    settings.eventWindow = Window(
      from: Instant(rfc3339: "2025-12-18T00:00:00Z")!, to: Instant(rfc3339: "2026-03-18T00:00:00Z")!)
    return settings
  }

  static var dumps: [DumpAccount] {
    [
      DumpAccount(
        dump: "surveys-2026-03-31.csv.gz", kind: .surveys, sha256: String(repeating: "a1", count: 32), lines: 2406,
        read: 2405, accepted: 2380, quarantined: 9, duplicates: 12, filtered: 4,
        rules: ["score.out-of-range": 6, "time.future": 3]),
      DumpAccount(
        dump: "interactions-2026-03-31.csv.gz", kind: .interactions, sha256: String(repeating: "b2", count: 32),
        lines: 120_001, read: 120_000, accepted: 119_990, quarantined: 3, duplicates: 7, filtered: 0,
        rules: ["csv.field-count": 3]),
    ]
  }

  static let facts = [
    FactAccount(kind: .surveys, accepted: 2380, repeated: 12, erased: 3),
    FactAccount(kind: .interactions, accepted: 119_990, repeated: 1200, erased: 0),
  ]

  /// Three vendors with a previous version: one good, one bad, one with too little data.
  static var three: Report {
    Report(
      version: version, settings: settings,
      measures: vendor("northwind-air", promoters: 70, passives: 20, detractors: 30, share: 0.9)
        + vendor("harbor-hotels", promoters: 20, passives: 25, detractors: 75, share: 0.4) + tiny("lumen-telecom"),
      dumps: dumps,
      facts: facts,
      previous: PreviousVersion(
        version: "2026-03-30.1-9d03e711",
        measures: vendor("northwind-air", promoters: 66, passives: 24, detractors: 30, share: 0.84)))
  }

  /// One vendor with few metrics, for whole-text assertions.
  static var single: Report {
    let measures = [
      Measure(
        key: MeasureKey(vendor: "acme", metric: "loyalty.nps"), estimate: 28.75, low: 20.25, high: 37.25, numerator: 23,
        denominator: 80, n: 80),
      Measure(
        key: MeasureKey(vendor: "acme", metric: "reciprocity.index"), estimate: 61.5, standardError: 3.25, low: 55.125,
        high: 67.875, n: 64),
      Measure(
        key: MeasureKey(vendor: "acme", metric: "reciprocity.named"), estimate: 0.2875, low: 0.2, high: 0.375,
        numerator: 23, denominator: 80, n: 64),
      Measure(
        key: MeasureKey(vendor: "acme", metric: "reciprocity.promises"), estimate: nil, numerator: 3, denominator: 4,
        n: 4, reason: .denominatorTooSmall),
    ]
    return Report(version: version, settings: settings, measures: measures, dumps: Array(dumps.prefix(1)))
  }

  /// A name that means something in every language a report is written in.
  static let hostileName = "<script>alert(\"1\")</script>'&|`=\u{202E}x\u{0}\n# **b** [a](http://x.example) \"onload=\""

  /// Hostile names wherever a name can stand, and a refused dump.
  static var hostile: Report {
    var settings = settings
    settings.method = Method(recorded: hostileName)
    let refused = DumpAccount(
      dump: "surveys-\(hostileName).csv.gz", kind: .surveys, sha256: hostileName, rules: [hostileName: 3],
      refused: "member 1 is damaged at byte 20131")
    let level = Measure(
      key: MeasureKey(
        vendor: hostileName, dimension: hostileName, level: hostileName, period: "window", metric: "loyalty.nps"),
      estimate: 12, n: 30)
    let month = Measure(
      key: MeasureKey(vendor: hostileName, period: hostileName, metric: "loyalty.nps"), estimate: 12, n: 30)
    let unknown = Measure(key: MeasureKey(vendor: hostileName, metric: hostileName), estimate: 12, n: 30)
    return Report(
      version: hostileName, settings: settings,
      measures: vendor(hostileName, promoters: 5, passives: 50, detractors: 60, share: 0.5)
        + vendor("海港酒店", promoters: 1, passives: 50, detractors: 2, share: 0.6) + [level, month, unknown],
      dumps: dumps + [refused], previous: PreviousVersion(version: hostileName, measures: []))
  }

  /// So many vendors, each with all cells.
  static func many(_ count: Int) -> Report {
    let measures = (0..<count).flatMap { number in
      vendor(
        "vendor-with-a-long-name-number-\(number)", promoters: 20 + number, passives: 20, detractors: 70,
        share: 0.3 + 0.6 * Double(number) / Double(count))
    }
    return Report(version: version, settings: settings, measures: measures, dumps: dumps)
  }

  /// A vendor's measures in the window, by channel and by month.
  static func vendor(_ name: String, promoters: Int, passives: Int, detractors: Int, share: Double) -> [Measure] {
    var measures = loyalty(MeasureKey(vendor: name, metric: ""), promoters, passives, detractors)
    measures += reciprocity(MeasureKey(vendor: name, metric: ""), share: share)
    for (offset, channel) in ["chat", "email", "twitter"].enumerated() {
      let place = MeasureKey(vendor: name, dimension: "channel", level: channel, metric: "")
      measures += loyalty(place, promoters / 3 + offset, passives / 3, detractors / 3 - offset)
      measures += reciprocity(place, share: share - 0.05 * Double(offset))
    }
    measures += suppressed(MeasureKey(vendor: name, dimension: "channel", level: "phone", metric: ""))
    for (offset, month) in ["2026-01", "2026-02", "2026-03"].enumerated() {
      let place = MeasureKey(vendor: name, period: month, metric: "")
      measures += loyalty(place, promoters / 3 + 2 * offset, passives / 3, detractors / 3)
      measures += reciprocity(place, share: share + 0.02 * Double(offset))
    }
    return measures
  }

  /// A vendor of whom nothing may be shown.
  static func tiny(_ name: String) -> [Measure] {
    suppressed(MeasureKey(vendor: name, metric: ""))
  }

  private static func suppressed(_ place: MeasureKey) -> [Measure] {
    ["loyalty.nps", "loyalty.promoters", "reciprocity.index", "reciprocity.answered", "reciprocity.channels"].map {
      Measure(key: place.with($0), estimate: nil, n: 0, reason: .smallCell)
    }
  }

  private static func loyalty(_ place: MeasureKey, _ promoters: Int, _ passives: Int, _ detractors: Int) -> [Measure] {
    let n = promoters + passives + detractors
    let nps = Double(promoters - detractors) / Double(n) * 100
    let count = Int64(n)
    return [
      Measure(
        key: place.with("loyalty.nps"), estimate: nps, standardError: 6.5, low: nps - 13, high: nps + 12.5,
        numerator: Double(promoters - detractors), denominator: Double(n), n: count),
      Measure(key: place.with("loyalty.promoters"), estimate: Double(promoters), n: count),
      Measure(key: place.with("loyalty.passives"), estimate: Double(passives), n: count),
      Measure(key: place.with("loyalty.detractors"), estimate: Double(detractors), n: count),
      Measure(key: place.with("loyalty.mean_score"), estimate: 6.75, low: 6.5, high: 7, n: count),
    ]
  }

  private static func reciprocity(_ place: MeasureKey, share: Double) -> [Measure] {
    func index(_ name: String, _ value: Double) -> Measure {
      Measure(
        key: place.with("reciprocity.\(name)"), estimate: value * 100, standardError: 3, low: value * 100 - 6,
        high: min(100, value * 100 + 6), n: 118)
    }
    let components = Component.allCases.filter { $0 != .listening }.map { component in
      let value = max(0.05, share - 0.07 * Double(component.index % 4))
      return Measure(
        key: place.with("reciprocity.\(component.rawValue)"), estimate: value, standardError: 0.04, low: value - 0.08,
        high: min(1, value + 0.08), numerator: 250 * value, denominator: 250, n: 118)
    }
    return components + [
      index("index", share - 0.05), index("index_arithmetic", share - 0.03), index("channels", share),
      index("engagement", share - 0.1), index("collaboration", share - 0.06),
      Measure(
        key: place.with("reciprocity.listening"), estimate: nil, numerator: 3, denominator: 4, n: 4,
        reason: .denominatorTooSmall),
      Measure(
        key: place.with("first_answer.median_seconds"), estimate: 2760, low: 2400, high: 3605, n: 250),
      Measure(key: place.with("first_answer.share_1h"), estimate: share * 0.8, n: 250),
      Measure(key: place.with("diagnostics.answers_by_robots"), estimate: 1204, n: 118),
    ]
  }
}

extension SampleReport {
  /// The reports that every rendering must get right, by name: an argument of a test is printed.
  enum Kind: String, CaseIterable {
    case three, single, hostile, many, empty, suppressed, flagged, odd, alone, withoutResponses, moved, movedMany
    case allNull, long

    /// The report.
    var report: Report {
      switch self {
      case .three: SampleReport.waiting(SampleReport.three)
      case .single: SampleReport.single
      case .hostile: SampleReport.waiting(SampleReport.hostile)
      case .many: SampleReport.waiting(SampleReport.many(40))
      case .empty: Report(version: "v", settings: settings, measures: [], dumps: [])
      case .suppressed: Report(version: "v", settings: settings, measures: tiny("a"), dumps: dumps)
      case .flagged: SampleReport.flagged
      case .odd: SampleReport.odd
      case .alone: SampleReport.alone
      case .moved: SampleReport.moved
      case .movedMany: SampleReport.movedMany
      case .allNull: SampleReport.allNull
      case .long: SampleReport.long
      case .withoutResponses: SampleReport.withoutResponses
      }
    }
  }
}

extension MeasureKey {
  /// The same place, another metric.
  func with(_ metric: String) -> MeasureKey {
    MeasureKey(vendor: vendor, dimension: dimension, level: level, period: period, metric: metric)
  }
}
