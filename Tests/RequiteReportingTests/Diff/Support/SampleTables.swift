import RequiteModel
import RequiteReporting

/// Two small tables with every kind of difference.
enum SampleTables {
  static let before = [
    measure("acme", "loyalty.nps", 32.5, n: 800), measure("acme", "loyalty.promoters", 420, n: 800),
    measure("acme", "loyalty.passives", 220, n: 800), measure("acme", "reciprocity.named", 0.2875, n: 80),
    measure("acme", "reciprocity.promises", 0.5, n: 64), measure("acme", "first_answer.median_seconds", 2760, n: 64),
    measure("acme", "reciprocity.index", 61.52, n: 64), measure("acme", "reciprocity.channels", 70, n: 64),
    measure("acme", "reciprocity.named", 0.5, n: 30, dimension: "channel", level: "fax"),
    measure("acme", "loyalty.nps", 10, n: 30, dimension: "channel", level: "chat"),
    measure("zeta", "loyalty.nps", 1, n: 10),
  ]

  static let after = [
    measure("acme", "loyalty.nps", 28.75, n: 838), measure("acme", "loyalty.promoters", 422, n: 838),
    measure("acme", "loyalty.passives", 220, n: 800), measure("acme", "reciprocity.named", 0.3, n: 80),
    Measure(
      key: MeasureKey(vendor: "acme", metric: "reciprocity.promises"), estimate: nil, n: 4, reason: .denominatorTooSmall
    ),
    measure("acme", "first_answer.median_seconds", 2700, n: 64), measure("acme", "reciprocity.index", 61.53, n: 64),
    interval("acme", "reciprocity.channels", 70, n: 64),
    measure("acme", "loyalty.nps", 12, n: 31, dimension: "channel", level: "chat"),
    measure("acme", "loyalty.nps", 20, n: 40, period: "2026-04"),
    measure("acme", "reciprocity.index", 60, n: 40, period: "2026-04"), measure("zeta", "loyalty.nps", 1, n: 10),
  ]

  /// Two versions of the same windows with other facts, and no rows to tell why.
  static func diff(to after: [Measure] = after, minimum: Int64 = 1) -> VersionDiff {
    var versions = [version("2026-03-30-9d03", before), version("2026-03-31-4f1c", after)]
    for place in versions.indices { versions[place].settings.suppressionMinimum = minimum }
    versions[1].facts = "other"
    return VersionDiff(from: versions[0], to: versions[1], causes: .unknown("the rows are not kept"))
  }

  /// A version with the settings of the sample report.
  static func version(_ id: String, _ measures: [Measure]) -> ComparedVersion {
    ComparedVersion(id: id, facts: "facts", settings: SampleReport.settings, dumps: [], measures: measures)
  }

  private static func measure(
    _ vendor: String, _ metric: String, _ value: Double, n: Int64, dimension: String = "all", level: String = "*",
    period: String = "window"
  ) -> Measure {
    let key = MeasureKey(vendor: vendor, dimension: dimension, level: level, period: period, metric: metric)
    return Measure(key: key, estimate: value, n: n)
  }

  private static func interval(_ vendor: String, _ metric: String, _ value: Double, n: Int64) -> Measure {
    var measure = measure(vendor, metric, value, n: n)
    (measure.low, measure.high) = (value - 5, value + 5)
    return measure
  }
}
