/// How sure an index and its components are, given that other customers might as well have come (METHODS B12).
///
/// Customers are the units of chance: several threads of one customer are not independent. The variance of ln index is
/// that of its linear approximation; the interval index · exp(±t · SE) never leaves the positive numbers.
public struct CompositeVariance: Hashable, Sendable {
  /// An estimate's standard error and 95 % interval.
  public struct Uncertainty: Hashable, Sendable {
    /// In the unit of the estimate; `nil` without an estimate or with fewer than two customers.
    public let standardError: Double?
    /// Within the range of the estimate; `nil` where the standard error is.
    public let interval: Interval?
    /// Why they are missing; `zeroVariance` where all customers agree and the interval is a single point.
    public let reason: Caveat?
  }

  /// *C*, the number of customers.
  public let customers: Int64
  /// The standard error of ln index, or `nil` without an index or with fewer than two customers.
  public let logStandardError: Double?
  /// Of the index, on 0…100.
  ///
  /// Its standard error is index · `logStandardError`.
  public let index: Uncertainty
  /// Of each component, on 0…1, in the order of the index.
  public let components: [Uncertainty]

  /// Creates the variances of `index` from the moments of the customers it counts.
  public init(of index: CompositeIndex, moments: ComponentMoments) {
    precondition(index.components == moments.components, "the moments belong to the index")
    let customers = moments.customers
    let t = StudentT.quantile975(df: customers - 1)
    let logError = Self.logVariance(of: index, moments: moments).map { $0.squareRoot() }
    self.customers = customers
    logStandardError = logError
    self.index = Self.indexUncertainty(index, logError: logError, t: t)
    components = index.shares.indices.map { Self.componentUncertainty($0, index: index, moments: moments, t: t) }
  }

  /// V(ln I) = C/(C − 1) Σu², with u = Σ_j (w_j/x_j)(n_j − x_j d_j)/D_j over the components above the floor.
  private static func logVariance(of index: CompositeIndex, moments: ComponentMoments) -> Double? {
    guard index.index != nil, moments.customers >= 2 else { return nil }
    let atFloor = index.atFloor
    let places = index.components.indices.filter { index.weights[$0] > 0 && !atFloor.contains($0) }
    let factors = places.map {
      // (w/x)/D², as the covariations are D² times too large.
      index.weights[$0] / (Double(index.components[$0].numerator) * Double(index.components[$0].denominator))
    }
    var sum = 0.0
    var size = 0.0
    for (a, j) in places.enumerated() {
      for (b, k) in places.enumerated().dropFirst(a) {
        let term = (a == b ? 1 : 2) * factors[a] * factors[b] * Double(moments.covariation(j, k))
        sum += term
        size += term.magnitude
      }
    }
    // Never negative; what is left of rounding is 0, as in a ratio's variance.
    return sum < 1e-12 * size ? 0 : correction(moments.customers) * sum
  }

  private static func indexUncertainty(_ index: CompositeIndex, logError: Double?, t: Double?) -> Uncertainty {
    guard let value = index.index else {
      return Uncertainty(standardError: nil, interval: nil, reason: index.reason)
    }
    guard let logError, let t else {
      return Uncertainty(standardError: nil, interval: nil, reason: .tooFewForVariance)
    }
    let factor = Elementary.exponential(t * logError)
    return Uncertainty(
      standardError: value * logError,
      interval: Interval(low: value / factor, high: max(value, min(value * factor, 100))),
      reason: logError > 0 ? nil : .zeroVariance)
  }

  /// √(C/(C − 1) Σ((n − xd)/D)²), and the t interval within 0…1.
  private static func componentUncertainty(
    _ place: Int, index: CompositeIndex, moments: ComponentMoments, t: Double?
  ) -> Uncertainty {
    guard let share = index.shares[place] else {
      return Uncertainty(standardError: nil, interval: nil, reason: index.shareReasons[place])
    }
    guard let t else { return Uncertainty(standardError: nil, interval: nil, reason: .tooFewForVariance) }
    let square = Double(index.components[place].denominator) * Double(index.components[place].denominator)
    let variation = correction(moments.customers) * Double(moments.covariation(place, place))
    let error = variation.squareRoot() / square
    return Uncertainty(
      standardError: error, interval: Interval(centre: share, margin: t * error).clamped(to: .shares),
      reason: error > 0 ? nil : .zeroVariance)
  }

  /// C/(C − 1).
  private static func correction(_ customers: Int64) -> Double {
    Double(customers) / Double(customers - 1)
  }
}
