import RequiteModel

/// On which scale each question is published in one version.
public struct QuestionScales: Sendable {
  /// The published scales, with vendors by the codes of both sides.
  let published: [Question: ScoreScale]

  /// Reads them from the sums of a version.
  ///
  /// - Parameters:
  ///   - tables: the sums, of which only the respondents by question and scale are looked at.
  ///   - plan: the version's own plan, whose codes the sums are in.
  ///   - words: the codes in which both sides meet.
  public init(tables: StateTables, plan: Plan, words: Plan) {
    var published: [Question: ScoreScale] = [:]
    for (question, scale) in PublishedScales(tables: tables).published {
      guard let code = words.vendors.firstIndex(of: plan.vendors[Int(question.vendor)]) else { continue }
      published[Question(vendor: UInt32(code), instrument: question.instrument)] = scale
    }
    self.published = published
  }
}

/// Which answers count in the published scores of both sides.
///
/// Scores on different scales are never compared: a question that both sides publish on different scales is left out, and
/// its numbers are not divided among causes.
public struct CountedScales: Sendable {
  private let scales: [Question: ScoreScale]
  private let leftOut: Set<Question>

  /// Settles which scale counts.
  public init(before: QuestionScales, after: QuestionScales) {
    var (scales, leftOut) = (before.published.filter { $0.value != .pooled }, Set<Question>())
    for (question, scale) in after.published where scale != .pooled {
      if let earlier = scales[question], earlier != scale { leftOut.insert(question) }
      if scales[question] == nil { scales[question] = scale }
    }
    self.scales = scales
    self.leftOut = leftOut
  }

  /// The numbers of questions that are left out, of each vendor as a whole: none of their cells is divided.
  public func keysLeftOut(words: Plan) -> Set<MeasureKey> {
    var keys: Set<MeasureKey> = []
    for question in leftOut {
      // Who is balanced answered on the published scale.
      let others = question.instrument == .nps ? [CausedMetric.balanceCoverage] : []
      for metric in CausedMetric.metrics(of: question.instrument) + others {
        keys.insert(MeasureKey(vendor: words.vendors[Int(question.vendor)], metric: metric.name))
      }
    }
    return keys
  }

  /// Whether an answer that stands counts in a published score.
  @inline(__always)
  func counts(_ standing: LatestResponses.Standing, pooling isPooled: Bool) -> Bool {
    let place = standing.place
    let question = Question(vendor: place.pointee.vendor, instrument: place.pointee.instrument)
    guard !leftOut.contains(question) else { return false }
    return isPooled && question.instrument != .votes || scales[question] == place.pointee.scale
  }
}
