import RequiteModel

/// What one response adds at one point, as few bits as tell two of them apart; `values` spells it out.
struct ResponsePart: BitwiseCopyable, Sendable {
  /// The parts whose causes may differ.
  enum Section {
    /// As an answer and an invitation.
    case answer
    /// As a detractor's case, which depends on follow-ups too.
    case loop
  }

  /// Its weight as an answer that stands; 0 for one that does not.
  private var weight: Int64 = 0
  private var value: Int64 = 0
  private var score: Int64 = 0
  private var good: Int64 = 0
  /// The value of its category, 0 for votes.
  private var category: Int8 = 0
  /// The place of its disposition, −1 for none.
  private var disposition: Int8 = -1
  /// 1 for a detractor to whom the vendor came back, 0 for another one, −1 for everybody else.
  private var loop: Int8 = -1
  /// Whether it counts in scores: it was given on the scale on which they are published.
  private var isOnScale = false

  /// Nothing.
  init() {}

  /// Counts an answer that stands, in scores where it was given on the published scale.
  mutating func set(_ answer: Answer, isOnScale: Bool) {
    self.isOnScale = isOnScale
    (weight, value, score, good) = (answer.weight, answer.value, answer.score, answer.good)
    category = Int8(answer.category?.value ?? 0)
  }

  /// Counts an invitation.
  mutating func set(_ disposition: Disposition) {
    self.disposition = Int8(disposition.place)
  }

  /// Counts a detractor's case.
  mutating func set(closedLoop cases: Ratio) {
    loop = cases.numerator > 0 ? 1 : 0
  }

  /// Whether both add the same as answers and invitations, to equal questions.
  @inline(__always)
  func answersLike(_ other: ResponsePart) -> Bool {
    weight == other.weight && value == other.value && score == other.score && good == other.good
      && category == other.category && disposition == other.disposition && isOnScale == other.isOnScale
  }

  /// Whether both add the same, to equal questions and cells.
  @inline(__always)
  func isSame(as other: ResponsePart) -> Bool { loop == other.loop && answersLike(other) }

  /// What it adds to each metric, of a response to that question.
  func values(_ section: Section, of response: RowPlace<Response>) -> MetricValues {
    var values = MetricValues()
    if section == .loop {
      if loop >= 0 { values.append(.share(of: .closedLoop), Int64(loop) * MetricValues.one, of: MetricValues.one) }
      return values
    }
    if weight > 0, isOnScale { appendScores(of: response, to: &values) }
    if disposition >= 0, let disposition = Disposition(rawValue: Int(disposition)) { values.append(disposition) }
    return values
  }

  /// What it says about the vendor under a wording; `nil` for an answer to none, or that does not stand.
  func perception(of response: RowPlace<Response>) -> WordingAnswer? {
    guard weight > 0, let wording = PerceptionKey(response) else { return nil }
    return WordingAnswer(wording: wording, weight: weight, good: good)
  }

  private func appendScores(of response: RowPlace<Response>, to values: inout MetricValues) {
    let one = MetricValues.one
    switch response.pointee.instrument {
    case .nps:
      values.append(.nps, Int64(category) * one, of: one)
      values.append(category > 0 ? .promoters : category < 0 ? .detractors : .passives, one, of: 0)
      values.append(.npsWeighted, value, of: weight)
      values.append(.meanScore, score, of: weight)
    case .enps: values.append(.enps, Int64(category) * one, of: one)
    case .csat:
      values.append(.csatTop2, good, of: weight)
      values.append(.csatMean, score, of: weight)
    case .ces:
      values.append(.cesMean, score, of: weight)
      if response.pointee.scale == .effort { values.append(.cesAgree, good, of: weight) }
    case .votes: values.append(.votesNet, value * one, of: weight * one)
    case .`self`, .other: break
    }
  }
}
