/// A series of periods watched for change, against the level of its own beginning (METHODS B15).
///
///     let chart = ControlChart(periods: months)      // a NetPromoter for each month
///     chart.points.first { $0.ewmaSignal != 0 }?.period
///
/// The first eight periods with data are the base. Every period is then expressed by *z*, its distance from the base in
/// standard errors, and two charts look at all *z* so far: the exponentially weighted moving average, good at small
/// lasting shifts, and the cumulative sums, good at saying since when. Without any change the first gives a false alarm
/// about once in 550 periods, the second about once in 460.
///
/// Periods must not overlap: rolling windows may be drawn but never tested. A change of method starts a new chart.
///
/// Sources: Roberts, *Technometrics* 1 (1959) 239–250; Page, *Biometrika* 41 (1954) 100–115.
public struct ControlChart: Hashable, Sendable {
  /// The level against which periods are held.
  public struct Base: Hashable, Sendable {
    /// The mean over the base periods: of all their people together, or of the logarithms of an index.
    public let mean: Double
    /// The variance of one person's −1, 0 or +1 in the base; `nil` for an index.
    public let unitVariance: Double?
  }

  /// The base, or `nil` with fewer than `basePeriods` periods with data.
  public let base: Base?
  /// The periods with data, in order; empty without a base.
  public let points: [Point]
  /// Why there are no points.
  ///
  /// `noData` without any data, `denominatorTooSmall` without a base, `zeroVariance` where everybody in the base was of
  /// one mind, so that no distance can be measured.
  public let reason: Caveat?

  /// How many periods with data make the base.
  public static let basePeriods = 8

  /// Charts net promoter scores, one for each period in order; periods without answers are skipped.
  ///
  /// z = (m − μ₀) / √(v₀ / n), with the mean μ₀ and the unit variance v₀ of all answers of the base together.
  public init(periods: [NetPromoter]) {
    let filled = periods.indices.filter { periods[$0].n > 0 }
    guard filled.count >= Self.basePeriods else {
      self.init(tooFew: filled.count)
      return
    }
    let pooled = NetPromoter(pooling: filled.prefix(Self.basePeriods).map { periods[$0] })
    guard let mean = pooled.estimate, let variance = pooled.unitVariance, variance > 0 else {
      self.init(Base(mean: pooled.estimate ?? 0, unitVariance: pooled.unitVariance), [], .zeroVariance)
      return
    }
    let series = filled.map { place in
      let error = (variance / Double(periods[place].n)).squareRoot()
      return (place, ((periods[place].estimate ?? mean) - mean) / error)
    }
    self.init(Base(mean: mean, unitVariance: variance), Self.follow(series), nil)
  }

  /// Charts a positive number such as an index, one for each period in order.
  ///
  /// z = (ln value − mean of ln value over the base) / standard error. Periods are skipped where either number is
  /// missing or not above 0.
  ///
  /// - Parameters:
  ///   - values: on their own scale; logarithms are taken here.
  ///   - standardErrors: of the *logarithms* of the values, as in `CompositeVariance.logStandardError`.
  public init(values: [Double?], standardErrors: [Double?]) {
    precondition(values.count == standardErrors.count, "every period has a value and an error, or nil")
    let filled = zip(values, standardErrors).enumerated().compactMap { place, pair -> (Int, Double, Double)? in
      guard let value = pair.0, let error = pair.1, value > 0, error > 0 else { return nil }
      return (place, Elementary.ln(value), error)
    }
    guard filled.count >= Self.basePeriods else {
      self.init(tooFew: filled.count)
      return
    }
    let mean = filled.prefix(Self.basePeriods).reduce(0) { $0 + $1.1 } / Double(Self.basePeriods)
    let series = filled.map { ($0.0, ($0.1 - mean) / $0.2) }
    self.init(Base(mean: mean, unitVariance: nil), Self.follow(series), nil)
  }

  private init(_ base: Base?, _ points: [Point], _ reason: Caveat?) {
    self.base = base
    self.points = points
    self.reason = reason
  }

  private init(tooFew count: Int) {
    self.init(nil, [], count > 0 ? .denominatorTooSmall : .noData)
  }

  private static func follow(_ series: [(Int, Double)]) -> [Point] {
    var watch = ChartState()
    return series.map { watch.next(period: $0.0, z: $0.1) }
  }
}

extension NetPromoter {
  /// The score of everybody in several samples.
  fileprivate init(pooling samples: [NetPromoter]) {
    self.init(
      promoters: samples.reduce(0) { $0 + $1.promoters }, passives: samples.reduce(0) { $0 + $1.passives },
      detractors: samples.reduce(0) { $0 + $1.detractors })
  }
}
