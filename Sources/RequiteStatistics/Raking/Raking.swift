/// Factors that fit the weights of a sample to known shares: raking, or iterative proportional fitting (METHODS B6).
///
/// Samples have too many of some people and too few of others. Where the true shares are known, of regions and of age
/// groups for instance, every combination gets one factor, so that all shares come true at once and the combinations
/// stay as much as they were as possible.
///
///     let raking = try Raking(
///       cells: [
///         RakingCell(levels: [0, 0], weight: 40), RakingCell(levels: [0, 1], weight: 30),
///         RakingCell(levels: [1, 0], weight: 20), RakingCell(levels: [1, 1], weight: 10),
///       ],
///       margins: [RakingMargin(shares: [0.5, 0.5]), RakingMargin(shares: [0.5, 0.5])],
///       cap: Interval(low: 0.2, high: 5))
///     raking.factors         // 0.56…, 0.91…, 1.37…, 2.24…
///     raking.isConverged     // true
///
/// A `cap` keeps single people from speaking for very many: factors stay within it, in units of their mean. If that
/// keeps the shares from coming true, `isConverged` is false, and the weights should not be used.
///
/// The factors do not depend on the unit of the weights nor, except in the last bits, on the order of cells and margins.
/// It agrees with `rake` of the R package survey where that is run to its end. Source: Deming and Stephan, *Annals of
/// Mathematical Statistics* 11 (1940) 427–444.
///
/// - Complexity: O(cells · margins) a round; at most 1,000 rounds, 50 times over with a cap that binds.
public struct Raking: Hashable, Sendable {
  /// The factor of each cell, in the order given.
  public let factors: [Double]
  /// The weight of each level after raking, as a share of the weight before, by margin and level.
  public let achieved: [[Double]]
  /// The largest relative distance of an achieved share from the share asked for; absolute where that is 0.
  public let largestDeviation: Double
  /// Whether the cap moved any factor.
  public let wasTrimmed: Bool
  /// How often all margins were fitted.
  public let rounds: Int

  /// Fits the cells to the margins, each cell having one level in each margin.
  ///
  /// - Parameters:
  ///   - cells: in a fixed order, for example by name: sums of real numbers depend on it in the last bit.
  ///   - margins: in the order in which they are fitted.
  ///   - cap: the least and the greatest factor, in units of the mean factor; `nil` for none.
  /// - Throws: `RakingFailure` where no factors can do it.
  public init(cells: [RakingCell], margins: [RakingMargin], cap: Interval? = nil) throws(RakingFailure) {
    var fit = try RakingFit(cells: cells, margins: margins)
    try fit.rake()
    var trims = 0
    while let cap, trims < Self.mostTrims, fit.trim(to: cap) {
      trims += 1
      if trims < Self.mostTrims { try fit.rake() }
    }
    factors = fit.factors
    achieved = fit.achieved
    largestDeviation = fit.largestDeviation
    wasTrimmed = trims > 0
    rounds = fit.rounds
  }

  /// Whether every share came true within 10⁻⁶ of itself.
  public var isConverged: Bool { largestDeviation <= 1e-6 }

  /// `notConverged` where the shares did not come true: report unweighted results then.
  public var reason: Caveat? { isConverged ? nil : .notConverged }

  /// A weight in whole units times its cell's factor, rounded half up: the weight to estimate with.
  ///
  ///     Raking.weight(1_250_000, times: 0.5217)    // 652_125
  ///
  /// A product beyond the range of `Int64` traps.
  public static func weight(_ weight: Int64, times factor: Double) -> Int64 {
    Int64((Double(weight) * factor + 0.5).rounded(.down))
  }

  private static let mostTrims = 50
}
