import RequiteModel
import RequiteReporting

extension SampleReport {
  /// A report with curves of waiting in every cell that tells of first answers.
  static func waiting(_ report: Report) -> Report {
    report.shown(beside: report.previous, waits: waits(of: report.measures), movement: report.movement)
  }

  /// Curves of different slopes, some of which never reach one half.
  static func waits(of measures: [Measure]) -> [WaitCurve] {
    let told = measures.filter {
      $0.key.metric == "first_answer.median_seconds" && $0.key.period == "window" && $0.n > 0
    }
    return told.enumerated().map { index, measure in
      let bins = (0..<70).map { step in
        Histogram.Bin(
          seconds: UInt32(30 + step * step * 520), answered: UInt32(step % (3 + index % 4)),
          censored: step > 55 ? UInt32(index % 5) * 4 : 0)
      }
      return WaitCurve(key: measure.key, bins: bins)
    }
  }

  /// Names that are long, empty, right-to-left, pictures, or look like a formula.
  static var odd: Report {
    let names = [
      "", "=1+2", "\u{1B}[31mred", "מלון הנמל", "فندق الميناء", "🏨🏨🏨", String(repeating: "W", count: 40), "e\u{301}",
    ]
    let measures = names.enumerated().flatMap { index, name in
      vendor(name, promoters: 20 + 9 * index, passives: 20, detractors: 60, share: 0.3 + 0.08 * Double(index))
    }
    return waiting(
      Report(
        version: version, settings: settings, measures: measures, dumps: dumps,
        previous: PreviousVersion(version: "2026-03-30", measures: measures.map(\.lowered))))
  }

  /// One vendor with curves by channel and a version before that read otherwise.
  static var alone: Report {
    let measures = vendor("acme", promoters: 60, passives: 30, detractors: 30, share: 0.8)
    return waiting(
      Report(
        version: version, settings: settings, measures: measures, dumps: dumps,
        previous: PreviousVersion(version: "2026-03-30", measures: measures.map(\.lowered))))
  }

  /// The worked example of causes: two versions of a vendor, and what happened between them.
  static var moved: Report {
    let (before, after) = (WorkedExample.before(), WorkedExample.after())
    return Report(version: after.id, settings: after.settings, measures: after.measures, dumps: dumps).shown(
      beside: PreviousVersion(version: before.id, measures: before.measures), waits: [], movement: WorkedExample.diff())
  }

  /// Twenty vendors of whom it is known what moved them.
  static var movedMany: Report {
    let quiet = (0..<17).map { SampleMovement.Vendor.quiet("vendor-\($0)") }
    let moved = [
      SampleMovement.Vendor.risen("risen"), .corrected("corrected"), .corrected(String(repeating: "n", count: 40)),
    ]
    return waiting(SampleMovement(vendors: quiet + moved, dumps: dumps).report)
  }

  /// Every number of every vendor is missing, each for another reason.
  static var allNull: Report {
    let reasons: [Reason] = [.noData, .smallCell, .denominatorTooSmall, .pillarEmpty, .notConverged, .notReached]
    let measures = reasons.enumerated().flatMap { index, reason in
      vendor("vendor-\(index)", promoters: 20, passives: 20, detractors: 60, share: 0.5).map { measure in
        Measure(key: measure.key, estimate: nil, n: 0, reason: reason)
      }
    }
    return Report(
      version: version, settings: settings, measures: measures, dumps: dumps,
      previous: PreviousVersion(version: "2026-03-30", measures: measures))
  }

  /// Names of 40 characters: vendors, levels and dimensions.
  static var long: Report {
    let names = ["a", "m", "W"].map { String(repeating: $0, count: 39) + "." }
    let measures = names.enumerated().flatMap { index, name -> [Measure] in
      let level = MeasureKey(
        vendor: name, dimension: String(repeating: "d", count: 40), level: String(repeating: "L", count: 40),
        metric: "loyalty.nps")
      return vendor(name, promoters: 20 + 30 * index, passives: 20, detractors: 60, share: 0.3 + 0.2 * Double(index))
        + [Measure(key: level, estimate: 12, n: 30)]
    }
    return waiting(
      Report(
        version: version, settings: settings, measures: measures, dumps: dumps,
        previous: PreviousVersion(version: "2026-03-30", measures: measures.map(\.lowered))))
  }

  /// Nobody answered: there are threads, but no survey.
  static var withoutResponses: Report {
    let measures = vendor("acme", promoters: 60, passives: 30, detractors: 30, share: 0.8)
      .filter { !$0.key.metric.hasPrefix("loyalty.") }
    let none = Measure(
      key: MeasureKey(vendor: "acme", metric: "loyalty.nps"), estimate: nil, n: 0, reason: .noData)
    return waiting(Report(version: version, settings: settings, measures: measures + [none], dumps: dumps))
  }
}

extension Measure {
  /// The same number, a tenth lower.
  fileprivate var lowered: Measure {
    var lowered = self
    lowered.estimate = estimate.map { $0 * 0.9 }
    return lowered
  }
}
