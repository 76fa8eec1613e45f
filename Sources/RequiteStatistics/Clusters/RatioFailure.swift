/// Why a ratio cannot be estimated as asked.
///
/// Strata are named by their place in the array given, from 0.
public enum RatioFailure: Error, Hashable, Sendable {
  /// More clusters were drawn from a stratum than its population is said to have.
  case populationTooSmall(stratum: Int, clusters: Int64, population: Int64)
  /// A stratum has a single cluster, and the policy is `LonelyPolicy.fail`.
  case lonelyStratum(stratum: Int)
}

extension RatioFailure: CustomStringConvertible {
  /// What is wrong and what to do about it.
  public var description: String {
    switch self {
    case .populationTooSmall(let stratum, let clusters, let population):
      "stratum \(stratum) has \(clusters) clusters in the sample but a population of \(population); "
        + "correct the population count or leave it out"
    case .lonelyStratum(let stratum):
      "stratum \(stratum) has a single cluster and so no variance; "
        + "join it to another stratum, or choose the policy adjust, average or remove"
    }
  }
}
