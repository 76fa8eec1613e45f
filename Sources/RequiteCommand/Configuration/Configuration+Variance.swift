extension Configuration {
  /// How strata enter the variance.
  public struct Variance: Hashable, Sendable {
    /// `lonely_psu`: what a stratum of a single cluster does.
    public var lonelyPSU = LonelyPSU.adjust
    /// `strata_population`: how many clusters there are in each stratum, where that is known.
    public var strataPopulation: [String: Int64] = [:]
  }

  /// What a stratum of a single cluster does, as R's `survey.lonely.psu` names it.
  public enum LonelyPSU: String, CaseIterable, Sendable {
    /// Its total counts uncentred; conservative.
    case adjust
    /// It adds no variance.
    case remove
    /// It takes the average variance of the others.
    case average
    /// The estimate has no variance.
    case fail
  }
}

extension Configuration.Variance: ConfigurationSection {
  static let keys: [ConfigurationKey<Self>] = [
    .init("lonely_psu", \.lonelyPSU) { try $0.choice() },
    .init("strata_population") { variance, value in
      variance.strataPopulation = [:]
      for (stratum, count) in try value.members() {
        variance.strataPopulation[stratum] = try count.integer(atLeast: 1)
      }
    },
  ]
}
