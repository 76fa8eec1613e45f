/// Why the change of a ratio cannot be divided among its causes.
public enum MidpointFailure: Error, Hashable, Sendable {
  /// Nothing stands below the line before or after: the ratio appears, disappears or never was.
  case noWeight
  /// What the causes did is not what happened.
  case sumsDiffer
  /// A sum is beyond what exact arithmetic has room for here: 2⁷⁴ after common divisors are gone.
  case tooLarge
}

extension MidpointFailure: CustomStringConvertible {
  /// What is wrong.
  public var description: String {
    switch self {
    case .noWeight: "nothing was counted before or after"
    case .sumsDiffer: "the changes of all causes do not add up to the change of the sums"
    case .tooLarge: "the sums are too large to be divided exactly"
    }
  }
}
