import RequiteModel

/// One row whose part in one number changed: a response, a thread, or all that is known of a customer.
public struct ChangedRow: Hashable, Sendable {
  /// What a row is.
  public enum Kind: String, Sendable {
    /// An answer or an invitation.
    case response
    /// A thread with all of its events.
    case thread
    /// A customer with all responses and threads.
    case customer
  }

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

  /// What it was in words, such as `promoter`; `nil` where it did not count.
  public var wordBefore: String? { word(of: before) }
  /// What it is in words; `nil` where it does not count.
  public var wordAfter: String? { word(of: after) }
  /// What it is.
  public var kind: Kind { CausedMetric(named: metric)?.rows ?? .thread }

  private func word(of part: Part) -> String? {
    guard part.denominator != 0 else { return nil }
    switch CausedMetric(named: metric) {
    case .some(.nps), .some(.npsWeighted), .some(.enps):
      return part.numerator > 0 ? "promoter" : part.numerator < 0 ? "detractor" : "passive"
    case .some(.meanScore), .some(.csatMean), .some(.cesMean): return "score \(part.numerator / part.denominator)"
    case .some(.csatTop2): return part.numerator > 0 ? "satisfied" : "not satisfied"
    case .some(.vendorGood), .some(.customerGood): return part.numerator > 0 ? "good" : "not good"
    case .some(.cesAgree): return part.numerator > 0 ? "agrees" : "does not agree"
    case .some(.votesNet): return count(of: part) + " votes"
    case .some(.rr1), .some(.rr2), .some(.rr5), .some(.rr6): return part.numerator > 0 ? "answered" : "no answer"
    case .some(.balanceCoverage): return part.numerator > 0 ? "both sides known" : "one side known"
    case .some(.linkRateSurveys), .some(.linkRateInteractions): return part.numerator > 0 ? "linked" : "not linked"
    case .some(.channelMixCustomers): return count(of: part, "message")
    case .some(.channelMixVendor), .some(.agentsUnknown): return count(of: part, "answer")
    case .some(.promisesPerThread): return "\(part.numerator / MetricValues.one) promised"
    case .some(.changesPerThread): return "\(part.numerator / MetricValues.one) changed"
    default: return count(of: part)
    }
  }

  private func count(of part: Part, _ noun: String) -> String {
    "\(count(of: part)) \(noun)\(part.denominator == MetricValues.one ? "" : "s")"
  }

  private func count(of part: Part) -> String {
    "\(part.numerator / MetricValues.one) of \(part.denominator / MetricValues.one)"
  }
}
