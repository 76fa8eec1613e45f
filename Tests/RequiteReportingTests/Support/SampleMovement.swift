import RequiteModel
import RequiteReporting

/// Two versions of made-up vendors with what happened between them: a report of the later one.
struct SampleMovement {
  /// Loyalty of one vendor in both versions, of so many answers, and the rows behind its change.
  struct Vendor {
    var name: String
    /// Promoters less detractors, and answers.
    var before: (Int64, Int64)
    var after: (Int64, Int64)
    /// Half the width of the interval of either version; `nil` for none.
    var halfWidth: Double? = 8
    var changes: [CausedChange] = []
    /// Customers who came or went, each with the square of a whole answer.
    var churn: Int64 = 0
  }

  var vendors: [Vendor]
  var ids = ("2026-03-30-aaaaaaaaaaaa", "2026-03-31-bbbbbbbbbbbb")
  /// By how many days the period moved on.
  var days: Int64 = 1
  /// What else is different in the later version.
  var change: (inout Settings) -> Void = { _ in }
  /// Why the rows are not compared; `nil` where they are.
  var unknown: String?
  var minimum: Int64 = 1
  var dumps: [DumpAccount] = []
  var dumpsBefore: [DumpAccount] = []
  var facts: [Cause: [DumpKind: Int64]] = [:]

  var report: Report {
    let (before, after) = (version(ids.0, 0, \.before, dumpsBefore), version(ids.1, days, \.after, dumps))
    var causes = CausedChanges()
    causes.facts = facts
    for vendor in vendors {
      var counts = WorkedExample.counts(vendor.changes)
      counts.churn.customers = vendor.churn
      let million: Int128 = 1_000_000_000_000
      counts.churn.numeratorSquared = Int128(vendor.churn) * million
      counts.churn.denominatorSquared = Int128(vendor.churn) * million
      causes.counts[SampleMovement.key(vendor.name)] = counts
    }
    let movement = VersionDiff(from: before, to: after, causes: unknown.map { .unknown($0) } ?? .known(causes))
    return Report(
      version: after.id, settings: after.settings, measures: after.measures, dumps: after.dumps,
      previous: PreviousVersion(version: before.id, measures: before.measures), movement: movement)
  }

  private func version(
    _ id: String, _ day: Int64, _ counts: KeyPath<Vendor, (Int64, Int64)>, _ dumps: [DumpAccount]
  ) -> ComparedVersion {
    var settings = WorkedExample.settings(day: day, minimum)
    if id == ids.1 { change(&settings) }
    let measures = vendors.map { vendor in
      let (numerator, denominator) = vendor[keyPath: counts]
      let nps = 100 * Double(numerator) / Double(denominator)
      return Measure(
        key: SampleMovement.key(vendor.name), estimate: nps, low: vendor.halfWidth.map { nps - $0 },
        high: vendor.halfWidth.map { nps + $0 }, numerator: Double(numerator), denominator: Double(denominator),
        n: denominator)
    }
    return ComparedVersion(id: id, facts: id, settings: settings, dumps: dumps, measures: measures)
  }

  private static func key(_ vendor: String) -> MeasureKey {
    MeasureKey(vendor: vendor, metric: "loyalty.nps")
  }
}

extension SampleMovement.Vendor {
  /// 20 new answers of promoters where there were 100: far beyond chance.
  static func risen(_ name: String) -> Self {
    Self(
      name: name, before: (20, 100), after: (40, 120), changes: [WorkedExample.change(.new, rows: 20, 20, 20)],
      churn: 20)
  }

  /// A promoter went, a detractor came, of 400.
  static func quiet(_ name: String) -> Self {
    Self(
      name: name, before: (80, 400), after: (78, 400),
      changes: [WorkedExample.change(.new, rows: 60, -1, 60), WorkedExample.change(.agedOut, rows: 60, -1, -60)],
      churn: 120)
  }

  /// 24 detractors were heard of too late.
  static func corrected(_ name: String) -> Self {
    Self(
      name: name, before: (260, 800), after: (236, 824), changes: [WorkedExample.change(.late, rows: 24, -24, 24)])
  }
}
