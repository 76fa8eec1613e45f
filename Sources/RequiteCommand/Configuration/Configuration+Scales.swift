extension Configuration {
  /// How scores of different scales become promoters and detractors: METHODS B1.
  public struct Scales: Hashable, Sendable {
    /// `pool`: whether scores of different scales count together, by their categories.
    public var pools = false
    /// `cuts`: by scale, the greatest score of a detractor and the least of a promoter, where the usual ones do not fit.
    public var cuts: [String: Cuts] = [:]
  }

  /// The two cuts of a scale.
  public struct Cuts: Hashable, Sendable {
    /// The greatest score of a detractor.
    public var greatestDetractor: Int64
    /// The least score of a promoter, above `greatestDetractor`.
    public var leastPromoter: Int64
  }
}

extension Configuration.Scales: ConfigurationSection {
  static let keys: [ConfigurationKey<Self>] = [
    .init("pool", \.pools) { try $0.truth() },
    .init("cuts") { scales, value in
      scales.cuts = [:]
      for (scale, cuts) in try value.members() { scales.cuts[scale] = try Configuration.Cuts(scale: scale, cuts) }
    },
  ]
}

extension Configuration.Cuts {
  /// Reads `[3, 5]`, two whole numbers on a scale such as `1-5`.
  init(scale: String, _ value: ConfigurationValue) throws {
    let ends = scale.split(separator: "-", omittingEmptySubsequences: false).compactMap { Int64($0) }
    guard ends.count == 2, ends[0] < ends[1], ends[1] <= 1000 else {
      throw value.failure("\(value.name) must be named as a scale is written, for example 1-5")
    }
    let cuts = try value.elements()
    guard cuts.count == 2 else {
      throw value.failure("\(value.name) must be two scores, the greatest of a detractor and the least of a promoter")
    }
    let greatest = try cuts[0].integer(in: ends[0]...ends[1] - 1)
    self.init(greatestDetractor: greatest, leastPromoter: try cuts[1].integer(in: greatest + 1...ends[1]))
  }
}
