import RequiteModel

/// One row whose part in one number changed: a response, or a thread.
public struct ChangedRow: Hashable, Sendable {
  /// What a row says in a number, before or after.
  public struct Part: Hashable, Sendable {
    /// What it adds to the numerator, in millionths.
    public let numerator: Int64
    /// What it adds to the denominator, in millionths; 0 where it does not count.
    public let denominator: Int64
  }

  /// The customer: a pseudonym, of which as little as possible should be shown.
  public let customer: Pseudonym
  /// Why it changed.
  public let cause: Cause
  /// What it was.
  public let before: Part
  /// What it is.
  public let after: Part
  /// The number's metric.
  public let metric: String

  /// The change of the numerator, in millionths.
  public var numerator: Int64 { after.numerator - before.numerator }
  /// The change of the denominator, in millionths.
  public var denominator: Int64 { after.denominator - before.denominator }

  /// What changed in words, such as `promoter -> detractor`.
  public var words: String { "\(word(of: before)) -> \(word(of: after))" }

  private func word(of part: Part) -> String {
    guard part.denominator != 0 else { return "not counted" }
    switch CausedMetric(named: metric) {
    case .some(.nps), .some(.npsWeighted), .some(.enps):
      return part.numerator > 0 ? "promoter" : part.numerator < 0 ? "detractor" : "passive"
    case .some(.meanScore), .some(.csatMean), .some(.cesMean): return "score \(part.numerator / part.denominator)"
    case .some(.csatTop2): return part.numerator > 0 ? "satisfied" : "not satisfied"
    case .some(.cesAgree): return part.numerator > 0 ? "agrees" : "does not agree"
    case .some(.votesNet): return "\(part.numerator / MetricValues.one) of \(part.denominator / MetricValues.one) votes"
    case .some(.rr1), .some(.rr2), .some(.rr5), .some(.rr6): return part.numerator > 0 ? "answered" : "no answer"
    default: return "\(part.numerator / MetricValues.one) of \(part.denominator / MetricValues.one)"
    }
  }
}

/// Keeps the rows of one number while changes are summed.
struct RowWatch {
  private(set) var rows: [ChangedRow] = []
  private let key: MeasureKey
  private let metric: CausedMetric?
  private let words: Plan
  private var known: [Cell: Bool] = [:]

  /// Watches the rows of a number; a number that is no ratio of sums has none.
  init(_ key: MeasureKey, words: Plan) {
    self.key = key
    metric = CausedMetric(named: key.metric)
    self.words = words
  }

  /// Whether a row of a cell and a metric is one of them.
  mutating func concerns(_ cell: Cell, _ metric: CausedMetric) -> Bool {
    guard metric == self.metric else { return false }
    if let known = known[cell] { return known }
    let isWanted = CellName(cell, plan: words).metric(metric.name) == key
    known[cell] = isWanted
    return isWanted
  }

  /// Keeps a row.
  mutating func append(_ old: MetricValues.Value, _ new: MetricValues.Value, cause: Cause, customer: Pseudonym) {
    rows.append(
      ChangedRow(
        customer: customer, cause: cause, before: .init(numerator: old.numerator, denominator: old.denominator),
        after: .init(numerator: new.numerator, denominator: new.denominator), metric: key.metric))
  }
}
