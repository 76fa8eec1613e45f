/// The net share of promoters less detractors in a simple sample, with its uncertainty (METHODS B2).
///
///     let score = NetPromoter(promoters: 24, passives: 28, detractors: 23)
///     score.estimate                // 0.0133…
///     score.adjustedWaldInterval    // -0.162…0.188
///
/// All values are on −1…1; the customary score is a hundred times as much. Variances divide by *n*, not *n* − 1, as the
/// R package NPS does.
///
/// The interval to publish is `adjustedWaldInterval`. With ten people the plain Wald interval covers the truth in 88 %
/// of samples instead of 95 %, and in a unanimous sample it is a single point; it is here for comparison.
public struct NetPromoter: Hashable, Sendable {
  /// How many would recommend.
  public let promoters: Int64
  /// How many would neither recommend nor advise against.
  public let passives: Int64
  /// How many would not recommend.
  public let detractors: Int64

  /// Creates the score of three counts, none negative.
  public init(promoters: Int64, passives: Int64, detractors: Int64) {
    precondition(promoters >= 0 && passives >= 0 && detractors >= 0, "a count of people is not negative")
    self.promoters = promoters
    self.passives = passives
    self.detractors = detractors
  }

  /// How many answered.
  public var n: Int64 { promoters + passives + detractors }

  /// (promoters − detractors) / n, or `nil` when nobody answered.
  public var estimate: Double? {
    n > 0 ? Double(promoters - detractors) / Double(n) : nil
  }

  /// The variance of one person's −1, 0 or +1, or `nil` when nobody answered.
  ///
  /// Computed as (n(p + d) − (p − d)²) / n² in whole numbers, so that unanimity gives exactly 0.
  public var unitVariance: Double? {
    guard n > 0 else { return nil }
    let total = Int128(n)
    let net = Int128(promoters - detractors)
    return Double(total * Int128(promoters + detractors) - net * net) / Double(total * total)
  }

  /// The standard error of `estimate`, or `nil` when nobody answered.
  public var standardError: Double? {
    unitVariance.map { ($0 / Double(n)).squareRoot() }
  }

  /// `noData` when nobody answered, `zeroVariance` when all answered alike (as one person always does).
  public var reason: Caveat? {
    guard n > 0 else { return .noData }
    return promoters == n || passives == n || detractors == n ? .zeroVariance : nil
  }

  /// The plain 95 % interval, estimate ± z standard errors, not clamped, or `nil` when nobody answered.
  public var waldInterval: Interval? {
    guard let estimate, let standardError else { return nil }
    return Interval(centre: estimate, margin: Normal.z975 * standardError)
  }

  /// The 95 % interval to publish, within −1…1, or `nil` when nobody answered.
  public var adjustedWaldInterval: Interval? {
    n > 0 ? AdjustedWald(promoters: Double(promoters), detractors: Double(detractors), n: Double(n)).interval : nil
  }
}
