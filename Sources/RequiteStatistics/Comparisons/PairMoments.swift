/// The exact sums over clusters seen in two periods, *a* and *b*, from which the change of a ratio and its variance follow
/// (METHODS B5).
///
///     var moments = PairMoments()
///     moments.add(ya: 3, wa: 4, yb: 1, wb: 2)     // an account that answered in both periods
///     moments.add(ya: 0, wa: 0, yb: 2, wb: 2)     // one that answered in the later only
///
/// *y* and *w* are the totals of a cluster in one period, in the same whole unit, as in `ClusterMoments`. What that type
/// cannot say is here: how the later totals of a cluster go with its earlier ones. Moments add: those of two sets of
/// clusters are the sum of both, in any order, as long as no cluster is divided and each is added once for both periods.
///
/// Overflow traps. It is out of reach while n · Σw² stays below 1.7 · 10³⁸.
public struct PairMoments: Hashable, Sendable {
  /// The number of clusters in either period, those in both counted once.
  public var n: Int128 = 0
  /// Σ y of the earlier period.
  public var ya: Int128 = 0
  /// Σ w of the earlier period.
  public var wa: Int128 = 0
  /// Σ y of the later period.
  public var yb: Int128 = 0
  /// Σ w of the later period.
  public var wb: Int128 = 0
  /// Σ yₐ².
  public var yaya: Int128 = 0
  /// Σ yₐ·wₐ.
  public var yawa: Int128 = 0
  /// Σ yₐ·yᵦ.
  public var yayb: Int128 = 0
  /// Σ yₐ·wᵦ.
  public var yawb: Int128 = 0
  /// Σ wₐ².
  public var wawa: Int128 = 0
  /// Σ wₐ·yᵦ.
  public var wayb: Int128 = 0
  /// Σ wₐ·wᵦ.
  public var wawb: Int128 = 0
  /// Σ yᵦ².
  public var ybyb: Int128 = 0
  /// Σ yᵦ·wᵦ.
  public var ybwb: Int128 = 0
  /// Σ wᵦ².
  public var wbwb: Int128 = 0

  /// Creates the moments of no cluster.
  public init() {}

  /// Adds one whole cluster: its totals in the earlier period, and in the later.
  ///
  /// In a period in which the cluster was not seen both totals are 0. One with nothing but zeros counts too, as the
  /// clusters outside a segment do.
  public mutating func add(ya: Int128, wa: Int128, yb: Int128, wb: Int128) {
    n += 1
    self.ya += ya
    self.wa += wa
    self.yb += yb
    self.wb += wb
    yaya += ya * ya
    yawa += ya * wa
    yayb += ya * yb
    yawb += ya * wb
    wawa += wa * wa
    wayb += wa * yb
    wawb += wa * wb
    ybyb += yb * yb
    ybwb += yb * wb
    wbwb += wb * wb
  }

  /// The moments of both sets of clusters.
  public static func + (left: PairMoments, right: PairMoments) -> PairMoments {
    PairMoments(rawValues: zip(left.rawValues, right.rawValues).map { $0 + $1 })
  }

  /// Adds the moments of another set of clusters.
  public static func += (left: inout PairMoments, right: PairMoments) {
    left = left + right
  }
}

extension PairMoments {
  /// How many integers `rawValues` has: 15.
  public static let rawCount = 15

  /// All sums in one fixed order, for files and tallies.
  ///
  /// The order is n; yₐ, wₐ, yᵦ, wᵦ; then the products of the upper triangle, row by row: yₐyₐ, yₐwₐ, yₐyᵦ, yₐwᵦ, wₐwₐ,
  /// wₐyᵦ, wₐwᵦ, yᵦyᵦ, yᵦwᵦ, wᵦwᵦ.
  public var rawValues: [Int128] {
    [n, ya, wa, yb, wb, yaya, yawa, yayb, yawb, wawa, wayb, wawb, ybyb, ybwb, wbwb]
  }

  /// Restores moments from `rawValues`, of which there are `rawCount`.
  public init(rawValues: [Int128]) {
    precondition(rawValues.count == Self.rawCount, "the moments of two periods are 15 sums")
    (n, ya, wa, yb, wb) = (rawValues[0], rawValues[1], rawValues[2], rawValues[3], rawValues[4])
    (yaya, yawa, yayb, yawb) = (rawValues[5], rawValues[6], rawValues[7], rawValues[8])
    (wawa, wayb, wawb) = (rawValues[9], rawValues[10], rawValues[11])
    (ybyb, ybwb, wbwb) = (rawValues[12], rawValues[13], rawValues[14])
  }

  /// The same moments with n Σst − Σs Σt in place of each sum of products Σst: n times the products about the means.
  var centred: PairMoments {
    let sums = [ya, wa, yb, wb]
    var values = Array(rawValues.prefix(1 + sums.count))
    var products = rawValues.dropFirst(1 + sums.count).makeIterator()
    for (place, s) in sums.enumerated() {
      for t in sums.dropFirst(place) { values.append(n * (products.next() ?? 0) - s * t) }
    }
    return PairMoments(rawValues: values)
  }
}
