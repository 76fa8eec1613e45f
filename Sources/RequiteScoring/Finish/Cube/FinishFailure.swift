import RequiteModel
import RequiteStatistics

/// Why a state cannot be turned into measures: the settings contradict the data or themselves.
public enum FinishFailure: Error, Hashable, Sendable {
  /// A stratum's population is said to be smaller than the number of its clusters that answered.
  case populationTooSmall(vendor: String, stratum: String, clusters: Int64, population: Int64)
  /// Leaf weights, floor or least denominator make no index.
  case indexDesign(CompositeDesignFailure)
  /// The facts were planned under a method that this program does not have.
  case unknownMethod(String)
}

extension FinishFailure: CustomStringConvertible {
  /// What is wrong, and what to change.
  public var description: String {
    switch self {
    case .populationTooSmall(let vendor, let stratum, let clusters, let population):
      "strata_population: stratum \(stratum) is given \(population) clusters, but \(clusters) of it answered for "
        + "\(vendor). Correct the count, or leave the stratum out."
    case .indexDesign(let failure):
      "leaf_weights, floor: \(failure)."
    case .unknownMethod(let version):
      "method: \(version) is not known. Known: \(Method.all.map(\.version).joined(separator: ", "))."
    }
  }
}
