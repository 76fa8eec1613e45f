extension Configuration {
  /// The margins that weights are fitted to: METHODS B6.
  public struct Raking: Hashable, Sendable {
    /// `cap`: between which factors a weight may change, around its mean; the first at most 1, the second at least 1.
    public var cap = Cap(least: FixedDecimal(millionths: 200_000), greatest: FixedDecimal(millionths: 5_000_000))
    /// `margins`: in the order of the file, which is the order of the fit.
    public var margins: [Margin] = []
    /// `merge`: by margin, levels that count as another of its levels.
    public var merge: [String: [String: String]] = [:]
  }

  /// Between which factors a weight may change.
  public struct Cap: Hashable, Sendable {
    /// The least factor, above 0 and at most 1.
    public var least: FixedDecimal
    /// The greatest factor, at least 1.
    public var greatest: FixedDecimal
  }

  /// One margin: an attribute and the known share of each of its levels.
  public struct Margin: Hashable, Sendable {
    /// The attribute.
    public var name: String
    /// Its levels, in the order of the file; their shares sum to 1 within a billionth.
    public var levels: [Level]
  }

  /// A level of a margin.
  public struct Level: Hashable, Sendable {
    /// The level.
    public var name: String
    /// Its share of the population, 0…1, at most nine decimals.
    public var share: FixedDecimal
  }
}

extension Configuration.Raking: ConfigurationSection {
  static let keys: [ConfigurationKey<Self>] = [
    .init("cap", \.cap) { try Configuration.Cap($0) },
    .init("margins", \.margins) { try $0.members().map(Configuration.Margin.init) },
    .init("merge") { raking, value in
      raking.merge = [:]
      for (margin, levels) in try value.members() {
        for (level, into) in try levels.members() { raking.merge[margin, default: [:]][level] = try into.text() }
      }
    },
  ]
}

extension Configuration.Cap {
  init(_ value: ConfigurationValue) throws {
    let one = FixedDecimal(millionths: 1_000_000)
    let ends = try value.elements()
    guard ends.count == 2 else {
      throw value.failure("\(value.name) must be two numbers, the least and the greatest factor")
    }
    self.init(
      least: try ends[0].decimal("above 0 and at most 1") { $0 > FixedDecimal(millionths: 0) && $0 <= one },
      greatest: try ends[1].decimal("at least 1") { $0 >= one })
  }
}

extension Configuration.Margin {
  init(name: String, value: ConfigurationValue) throws {
    let one = FixedDecimal(millionths: 1_000_000)
    let levels = try value.members().map { level, share in
      let share = try share.decimal(places: 9, "from 0 to 1") { $0 >= FixedDecimal(millionths: 0) && $0 <= one }
      return Configuration.Level(name: level, share: share)
    }
    let sum = FixedDecimal(billionths: levels.reduce(0) { $0 + $1.share.billionths })
    guard abs(sum.billionths - one.billionths) <= 1 else {
      throw value.failure("the shares of \(value.name) must sum to 1, not to \(sum)")
    }
    self.init(name: name, levels: levels)
  }
}
