import RequiteStatistics

/// Two windows of `responses.csv` with their clusters matched (METHODS B5).
struct PairedSurvey {
  let before: SurveySample
  let after: SurveySample

  init() throws {
    before = try SurveySample(window: "p1")
    after = try SurveySample(window: "p2")
  }

  /// The strata, by name, over the clusters seen in either window.
  func strata() -> [PairStratum] {
    let names = Set((before.answers + after.answers).map(\.stratum)).sorted()
    return names.map { name in
      let earlier = Self.clusters(of: before, stratum: name)
      let later = Self.clusters(of: after, stratum: name)
      var moments = PairMoments()
      for key in Set(earlier.keys).union(later.keys) {
        let (a, b) = (earlier[key] ?? (0, 0), later[key] ?? (0, 0))
        moments.add(ya: a.y, wa: a.w, yb: b.y, wb: b.w)
      }
      return PairStratum(moments: moments)
    }
  }

  /// The segments seen in either window, by name, with their weighted sums.
  func segments() -> [(name: String, pair: SegmentPair)] {
    segmentNames.map { name in
      (name, SegmentPair(from: Self.sums(of: before, segment: name), to: Self.sums(of: after, segment: name)))
    }
  }

  /// The names of the segments seen in either window, sorted.
  var segmentNames: [String] { Set((before.answers + after.answers).map(\.segment)).sorted() }

  private static func clusters(of sample: SurveySample, stratum: String) -> [String: (y: Int128, w: Int128)] {
    let answers = Dictionary(grouping: sample.answers.filter { $0.stratum == stratum }, by: \.cluster)
    return answers.mapValues { sums($0) }
  }

  private static func sums(of sample: SurveySample, segment: String) -> (y: Int128, w: Int128)? {
    let answers = sample.answers.filter { $0.segment == segment }
    return answers.isEmpty ? nil : sums(answers)
  }

  private static func sums(_ answers: [SurveySample.Answer]) -> (y: Int128, w: Int128) {
    (answers.reduce(0) { $0 + $1.weight * $1.value }, answers.reduce(0) { $0 + $1.weight })
  }
}

extension SurveySample {
  /// The unweighted counts of one segment.
  func netPromoter(segment: String) -> NetPromoter {
    let values = answers.filter { $0.segment == segment }.map(\.value)
    return NetPromoter(
      promoters: Int64(values.count { $0 > 0 }), passives: Int64(values.count { $0 == 0 }),
      detractors: Int64(values.count { $0 < 0 }))
  }
}
