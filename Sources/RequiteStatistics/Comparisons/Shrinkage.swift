/// Scores of many small units, drawn towards their common mean as far as chance alone would have scattered them
/// (METHODS B5).
///
/// The best and the worst of many small units are mostly the smallest ones. A shrunk score says what to expect of a unit
/// next time; ranks should use it. The raw score stays beside it.
///
///     let shrinkage = Shrinkage(teams)
///     shrinkage.betweenVariance          // 0.0546: how much teams truly differ
///     shrinkage.units[0].raw             // 0.56…
///     shrinkage.units[0].weightOfMean    // 0.15: so far it is drawn
///     shrinkage.units[0].shrunk          // 0.51…
///
/// A unit of *n* people has the variance s²/n with s² the unit variance of all people together: its own would go with its
/// score, and be 0 for a single person. The true variance between units, τ², is the moment estimate of DerSimonian and
/// Laird, which is 0 where units scatter no more than chance would have it; then all shrunk scores are the mean. It is
/// rough for few units, and there is none for fewer than three.
///
/// Source: DerSimonian and Laird, *Controlled Clinical Trials* 7 (1986) 177–188.
public struct Shrinkage: Hashable, Sendable {
  /// One unit.
  public struct Unit: Hashable, Sendable {
    /// Its own score, on −1…1, or `nil` when nobody answered.
    public let raw: Double?
    /// *B* = V/(V + τ²), the weight of the mean in `shrunk`, on 0…1; `nil` where `shrunk` is.
    public let weightOfMean: Double?
    /// Its score drawn towards the mean, B · mean + (1 − B) · raw.
    ///
    /// `nil` when nobody answered, and everywhere with fewer than three units.
    public let shrunk: Double?
  }

  /// τ², the variance between units that chance does not explain; `nil` where there is a `reason`.
  public let betweenVariance: Double?
  /// *Q*, the weighted squares about the mean, about as many as units less one if they only differ by chance.
  ///
  /// `nil` where there is a `reason`.
  public let heterogeneity: Double?
  /// The mean towards which scores are drawn, each unit weighted by 1/(V + τ²); `nil` where there is a `reason`.
  public let mean: Double?
  /// The units, in the order given.
  public let units: [Unit]
  /// Why values are missing.
  ///
  /// `tooFewForVariance`: fewer than three units in which somebody answered. `zeroVariance`: all people of all units
  /// answered alike, there is nothing to draw, and the shrunk scores are the raw ones.
  public let reason: Caveat?

  /// Shrinks the scores of `units`.
  ///
  /// Those in which nobody answered have no part in it.
  public init(_ units: [NetPromoter]) {
    let answered = units.filter { $0.n > 0 }
    guard answered.count >= 3, let variance = answered.pooled.unitVariance, variance > 0 else {
      (betweenVariance, heterogeneity, mean) = (nil, nil, nil)
      let isUnanimous = answered.count >= 3
      reason = isUnanimous ? .zeroVariance : .tooFewForVariance
      self.units = units.map { isUnanimous ? Unit(kept: $0.estimate) : Unit(unknown: $0.estimate) }
      return
    }
    let scores = answered.compactMap(\.estimate)
    let variances = answered.map { variance / Double($0.n) }
    let (between, heterogeneity) = Self.momentEstimate(scores, variances: variances)
    let mean = Self.mean(scores, weights: variances.map { 1 / ($0 + between) })
    betweenVariance = between
    self.heterogeneity = heterogeneity
    self.mean = mean
    reason = nil
    self.units = units.map { Unit($0, variance: variance, between: between, mean: mean) }
  }

  /// τ² and Q of DerSimonian and Laird.
  private static func momentEstimate(
    _ scores: [Double], variances: [Double]
  ) -> (between: Double, heterogeneity: Double) {
    let weights = variances.map { 1 / $0 }
    let common = mean(scores, weights: weights)
    let sum = weights.reduce(0, +)
    let squares = weights.reduce(0) { $0 + $1 * $1 }
    let heterogeneity = zip(scores, weights).reduce(0) { $0 + $1.1 * ($1.0 - common) * ($1.0 - common) }
    let excess = heterogeneity - Double(scores.count - 1)
    return (max(0, excess / (sum - squares / sum)), heterogeneity)
  }

  private static func mean(_ scores: [Double], weights: [Double]) -> Double {
    zip(scores, weights).reduce(0) { $0 + $1.0 * $1.1 } / weights.reduce(0, +)
  }
}

extension Shrinkage.Unit {
  /// A score of which nothing is known but itself.
  fileprivate init(unknown raw: Double?) {
    self.init(raw: raw, weightOfMean: nil, shrunk: nil)
  }

  /// A score that is as good as the mean.
  fileprivate init(kept raw: Double?) {
    self.init(raw: raw, weightOfMean: raw.map { _ in 0 }, shrunk: raw)
  }

  fileprivate init(_ unit: NetPromoter, variance: Double, between: Double, mean: Double) {
    raw = unit.estimate
    // V/(V + τ²), as s²/(s² + n τ²).
    weightOfMean = raw.map { _ in variance / (variance + Double(unit.n) * between) }
    shrunk = raw.map { mean + Double(unit.n) * between / (variance + Double(unit.n) * between) * ($0 - mean) }
  }
}

extension [NetPromoter] {
  /// All people of all samples as one.
  fileprivate var pooled: NetPromoter {
    NetPromoter(
      promoters: reduce(0) { $0 + $1.promoters }, passives: reduce(0) { $0 + $1.passives },
      detractors: reduce(0) { $0 + $1.detractors })
  }
}
