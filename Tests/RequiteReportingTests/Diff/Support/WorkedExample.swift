import RequiteModel
import RequiteReporting

/// The worked example of a diff: 24 late answers, 6 removed, 8 corrected, then 60 new and 40 aged out.
///
/// 260 of 800 (32.5) becomes 241 of 818 (29.46…) on tonight's knowledge, and 241 of 838 (28.76…) as the window moves on.
enum WorkedExample {
  static let nps = MeasureKey(vendor: "acme", metric: "loyalty.nps")
  static let segments = [("smb", (80, 400), (64, 436)), ("enterprise", (180, 400), (177, 402))]

  /// The diff; a minimum of 1 tells all causes apart.
  static func diff(minimum: Int64 = 1, causes: CausedChanges? = causes) -> VersionDiff {
    VersionDiff(
      from: before(minimum), to: after(minimum),
      causes: causes.map { .known($0) } ?? .unknown("the ledgers of 211 were collected on 2026-10-01"))
  }

  static func before(_ minimum: Int64 = 1) -> ComparedVersion {
    ComparedVersion(
      id: "211", facts: "aa", settings: settings(day: 0, minimum), dumps: [dump("surveys-2026-11-18.csv.gz", 1200)],
      measures: measures(nps: (260, 800, 32.5), answered: 70, index: 70, segment: \.1))
  }

  static func after(_ minimum: Int64 = 1) -> ComparedVersion {
    ComparedVersion(
      id: "212", facts: "bb", settings: settings(day: 1, minimum),
      dumps: [dump("surveys-2026-11-18.csv.gz", 1218), dump("surveys-2026-11-21.csv.gz", 60)],
      measures: measures(nps: (241, 838, 28.758950), answered: 60, index: 68.811260, segment: \.2))
  }

  static func settings(day: Int64, _ minimum: Int64) -> Settings {
    var settings = Settings()
    settings.suppressionMinimum = minimum
    settings.asOf = Instant(seconds: Instant(rfc3339: "2026-11-21T00:00:00Z")!.seconds + day * 86_400)
    settings.surveyWindow = Window(from: Instant(seconds: settings.asOf.seconds - 90 * 86_400), to: settings.asOf)
    let end = Instant(seconds: settings.asOf.seconds - 14 * 86_400)
    settings.eventWindow = Window(from: Instant(seconds: end.seconds - 90 * 86_400), to: end)
    return settings
  }

  static var causes: CausedChanges {
    var causes = CausedChanges()
    causes.counts[nps] = counts([
      change(.late, rows: 24, -14, 24), change(.removed, rows: 6, -6, -6), change(.corrected, rows: 8, 1, 0),
      change(.new, rows: 60, 14, 60), change(.agedOut, rows: 40, -14, -40),
    ])
    let million: Int128 = 1_000_000_000_000
    causes.counts[nps]?.churn.customers = 100
    causes.counts[nps]?.churn.numeratorSquared = 64 * million
    causes.counts[nps]?.churn.product = 28 * million
    causes.counts[nps]?.churn.denominatorSquared = 100 * million
    causes.counts[MeasureKey(vendor: "acme", metric: "reciprocity.answered")] = counts([
      change(.late, rows: 5, -5, 0), change(.new, rows: 5, -5, 0),
    ])
    causes.counts[loyalty(of: "smb")] = counts([
      change(.late, rows: 16, -9, 16), change(.removed, rows: 2, -2, -2), change(.corrected, rows: 9, -9, -4),
      change(.new, rows: 41, 11, 41), change(.agedOut, rows: 15, -7, -15),
    ])
    causes.counts[loyalty(of: "enterprise")] = counts([
      change(.late, rows: 8, -5, 8), change(.removed, rows: 4, -4, -4), change(.corrected, rows: 7, 10, 4),
      change(.new, rows: 19, 3, 19), change(.agedOut, rows: 25, -7, -25),
    ])
    causes.facts = [
      Cause(.knowledge, .late): [.surveys: 24, .interactions: 3], Cause(.knowledge, .removed): [.surveys: 6],
      Cause(.knowledge, .corrected): [.surveys: 8], Cause(.period, .new): [.surveys: 60],
      Cause(.period, .agedOut): [.surveys: 40],
    ]
    return causes
  }

  static func change(_ kind: Cause.Kind, rows: Int64, _ numerator: Int128, _ denominator: Int128) -> CausedChange {
    let coordinate: Coordinate = kind == .new || kind == .agedOut ? .period : .knowledge
    return CausedChange(
      Cause(coordinate, kind), rows: rows, numerator: numerator * 1_000_000, denominator: denominator * 1_000_000)
  }

  static func counts(_ changes: [CausedChange]) -> CausedChanges.Counts {
    var counts = CausedChanges.Counts()
    counts.changes = changes
    return counts
  }

  private static func measures(
    nps: (Double, Double, Double), answered: Double, index: Double,
    segment: KeyPath<(String, (Int, Int), (Int, Int)), (Int, Int)>
  ) -> [Measure] {
    var measures = [
      Measure(key: self.nps, estimate: nps.2, numerator: nps.0, denominator: nps.1, n: Int64(nps.1)),
      Measure(key: MeasureKey(vendor: "acme", metric: "reciprocity.index"), estimate: index, n: 300),
    ]
    for component in Component.allCases {
      let count = component == .answered ? answered : 70
      measures.append(
        Measure(
          key: MeasureKey(vendor: "acme", metric: "reciprocity.\(component.rawValue)"), estimate: count / 100,
          numerator: count, denominator: 100, n: 300))
    }
    for level in segments {
      let (numerator, denominator) = level[keyPath: segment]
      let key = loyalty(of: level.0)
      measures.append(
        Measure(
          key: key, estimate: 100 * Double(numerator) / Double(denominator), numerator: Double(numerator),
          denominator: Double(denominator), n: Int64(denominator)))
    }
    return measures
  }

  /// The loyalty of one segment; four promoters turn out to belong to the other one, which the whole does not notice.
  private static func loyalty(of level: String) -> MeasureKey {
    MeasureKey(vendor: "acme", dimension: "segment", level: level, metric: "loyalty.nps")
  }

  private static func dump(_ name: String, _ rows: Int64) -> DumpAccount {
    DumpAccount(dump: name, kind: .surveys, sha256: "\(rows)", lines: rows + 1, read: rows, accepted: rows)
  }
}
