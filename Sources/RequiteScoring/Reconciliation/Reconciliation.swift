import RequiteModel

/// A figure of a vendor on its way from Requite's count to a product's: what every rule does to it.
///
///     28 min   Requite
///     25 min   leaves threads without an answer out        2 cases
///     25 min   zendesk
public struct Reconciliation: Sendable {
  /// The figure after one more rule.
  public struct Step: Hashable, Sendable {
    /// The rule; `nil` for Requite's own count, which comes first.
    public let rule: CountingRule?
    /// The figure; `nil` where there is nothing to count.
    public let value: Double?
    /// Customers or threads that count otherwise than a step before.
    public let cases: Int64

    /// Names a step.
    public init(rule: CountingRule?, value: Double?, cases: Int64) {
      self.rule = rule
      self.value = value
      self.cases = cases
    }
  }

  /// Code of the vendor.
  public let vendor: UInt32
  /// The figure.
  public let figure: CountingPreset.Figure
  /// The steps, at least the first.
  public let steps: [Step]

  /// Requite's figure.
  public var ours: Double? { steps[0].value }

  /// The product's figure.
  public var theirs: Double? { steps[steps.count - 1].value }
}

/// Counts the facts of a night as a preset's product would, rule by rule.
///
/// Each fact must be added once, threads and customers whole; bucket by bucket will do. Memory: the different waits.
public struct Reconciler {
  private let preset: CountingPreset
  private let plan: Plan
  private var scores: ScoreReconciler
  private var replies: ReplyReconciler
  private var reopens: ReopenReconciler
  private var order = ThreadOrder()
  private let rules: ThreadRules

  /// Begins without facts.
  public init(_ preset: CountingPreset, plan: Plan) {
    self.preset = preset
    self.plan = plan
    rules = ThreadRules(plan: plan)
    scores = ScoreReconciler(preset.path(.netPromoterScore), plan: plan)
    replies = ReplyReconciler(preset.path(.firstReply), rules: rules)
    reopens = ReopenReconciler(preset.path(.reopens))
  }

  /// Adds deduplicated responses, every customer of a vendor with all of theirs.
  public mutating func add(_ responses: [Response]) {
    guard preset.rules[.netPromoterScore] != nil else { return }
    scores.add(responses)
  }

  /// Adds deduplicated events, every thread with all of them.
  public mutating func add(_ events: [Interaction]) {
    var order = ThreadOrder()
    swap(&order, &self.order)
    var (replies, reopens) = (replies, reopens)
    let rules = rules
    order.forEachThread(of: events, until: rules.asOf) { thread in
      guard rules.takesPart(thread[0]) else { return }
      replies.add(thread)
      reopens.add(thread)
    }
    (self.replies, self.reopens) = (replies, reopens)
    swap(&order, &self.order)
  }

  /// What was found, by vendor and figure; only figures that the product has, and vendors with cases of them.
  public var reconciliations: [Reconciliation] {
    plan.vendors.indices.flatMap { code -> [Reconciliation] in
      let vendor = UInt32(code)
      let steps: [(CountingPreset.Figure, [Reconciliation.Step])] = [
        (.netPromoterScore, scores.steps(of: vendor)), (.firstReply, replies.steps(of: vendor)),
        (.reopens, reopens.steps(of: vendor)),
      ]
      return steps.filter { preset.rules[$0.0] != nil && !$0.1.isEmpty }
        .map { Reconciliation(vendor: vendor, figure: $0.0, steps: $0.1) }
    }
  }
}

/// Rules as they add up: none, the first, the first two and so on.
typealias RulePath = [(rule: CountingRule?, all: Set<CountingRule>)]

extension CountingPreset {
  /// The steps of a figure, Requite's own count first.
  fileprivate func path(_ figure: Figure) -> RulePath {
    let rules = rules[figure] ?? []
    return [(nil, [])] + rules.indices.map { (rules[$0], Set(rules[...$0])) }
  }
}
