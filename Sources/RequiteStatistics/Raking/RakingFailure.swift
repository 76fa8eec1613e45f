/// Why no weights can be fitted as asked.
///
/// Margins and levels are named by their place in the arrays given, from 0.
public enum RakingFailure: Error, Hashable, Sendable {
  /// There is no cell, or none with weight.
  case noWeight
  /// A share is negative or not a number.
  case shareOutOfRange(margin: Int, level: Int)
  /// The shares of a margin do not sum to 1 within 10⁻⁹: they are not scaled in silence.
  case sharesDoNotSum(margin: Int)
  /// A cell has a level for which the margin has no share.
  case untargeted(margin: Int, level: Int)
  /// A level should have weight, but nobody there has any.
  case unreachable(margin: Int, level: Int)
}

extension RakingFailure: CustomStringConvertible {
  /// What is wrong and what to do about it.
  public var description: String {
    switch self {
    case .noWeight:
      "there is nobody to weight"
    case .shareOutOfRange(let margin, let level):
      "the share of level \(level) of margin \(margin) is not from 0 to 1"
    case .sharesDoNotSum(let margin):
      "the shares of margin \(margin) do not sum to 1; give the share of every level"
    case .untargeted(let margin, let level):
      "level \(level) of margin \(margin) is in the sample but has no share; give it one or join it to another level"
    case .unreachable(let margin, let level):
      "level \(level) of margin \(margin) has a share but nobody with weight is there; join it to another level"
    }
  }
}
