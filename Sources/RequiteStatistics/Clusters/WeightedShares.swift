/// How the weight of a sample divides into promoters, passives and detractors, and how many people it is worth.
///
/// Needed where all clusters agree: then the variance between them is 0, and the adjusted Wald interval of as many simple
/// answers takes the place of the t interval (METHODS B4). For a plain share let those counted be promoters and all
/// others passives.
public struct WeightedShares: Hashable, Sendable {
  /// Σ w over promoters.
  public let promoters: Int128
  /// Σ w over passives.
  public let passives: Int128
  /// Σ w over detractors.
  public let detractors: Int128
  /// Σ w² over all respondents.
  public let squares: Int128

  /// Creates shares from sums of weights, none negative, in one whole unit.
  public init(promoters: Int128, passives: Int128, detractors: Int128, squares: Int128) {
    precondition(promoters >= 0 && passives >= 0 && detractors >= 0 && squares >= 0, "no sum of weights is negative")
    self.promoters = promoters
    self.passives = passives
    self.detractors = detractors
    self.squares = squares
  }

  /// (Σw)² / Σw², Kish's number of equally weighted people, or `nil` without weight.
  public var effectiveSize: Double? {
    let total = promoters + passives + detractors
    return total > 0 && squares > 0 ? Double(total * total) / Double(squares) : nil
  }

  /// The adjusted Wald interval of `effectiveSize` people divided in these shares, or `nil` without weight.
  public var adjustedWaldInterval: Interval? {
    guard let effectiveSize else { return nil }
    let perWeight = effectiveSize / Double(promoters + passives + detractors)
    return AdjustedWald(
      promoters: Double(promoters) * perWeight, detractors: Double(detractors) * perWeight, n: effectiveSize
    ).interval
  }
}
