import RequiteModel
import RequiteStatistics

extension Reason {
  /// The reason an estimator gave.
  init?(_ caveat: Caveat?) {
    guard let caveat else { return nil }
    switch caveat {
    case .noData: self = .noData
    case .tooFewForVariance: self = .tooFewForVariance
    case .zeroVariance: self = .zeroVariance
    case .denominatorTooSmall: self = .denominatorTooSmall
    case .pillarEmpty: self = .pillarEmpty
    case .notConverged: self = .notConverged
    case .notReached: self = .notReached
    }
  }
}
