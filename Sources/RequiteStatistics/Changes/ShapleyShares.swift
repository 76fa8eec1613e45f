/// The change of a number that is no sum, divided among causes that acted together: the Shapley value.
///
///     // 10 at first, 14 with the first cause alone, 12 with the second alone, 20 with both
///     let shares = ShapleyShares(causes: 2) { [10, 14, 12, 20][$0] }
///     shares?.parts     // 6 and 4
///
/// A median does not add up row by row. What a cause takes is what it adds when it comes, averaged over all orders in
/// which the causes may come. The parts add up to the whole change exactly, causes that do the same take the same, a
/// cause that does nothing wherever it comes takes 0, and the order given does not matter.
///
/// Source: Shapley, *A value for n-person games*, in Contributions to the Theory of Games II (Princeton, 1953) 307–317.
public struct ShapleyShares: Hashable, Sendable {
  /// What each cause takes, in the order given.
  public let parts: [Fraction]
  /// The whole change: with all causes less with none.
  public let change: Int128

  /// Divides the change of a whole number, such as seconds, or millionths of a share as published.
  ///
  /// Returns `nil` where the number does not exist for some set of causes: a median is not reached, say. A part of it
  /// cannot be known then.
  ///
  /// - Parameters:
  ///   - causes: how many there are, at most 8: the number is asked for once with each of the 2ⁿ sets of them.
  ///   - value: the number when the causes of a set have acted; bit *i* of the set stands for cause *i*.
  public init?(causes: Int, value: (_ set: Int) -> Int64?) {
    precondition(0...8 ~= causes, "at most 8 causes are told apart")
    var values: [Int128] = []
    for set in 0..<(1 << causes) {
      guard let number = value(set) else { return nil }
      values.append(Int128(number))
    }
    // Of the n! orders, s! (n − 1 − s)! have exactly the s causes of a set before the next.
    let factorials = (0..<max(causes, 1)).reduce(into: [Int128(1)]) { $0.append($0[$1] * Int128($1 + 1)) }
    parts = (0..<causes).map { cause in
      var sum: Int128 = 0
      for set in values.indices where set & 1 << cause == 0 {
        let before = set.nonzeroBitCount
        sum += factorials[before] * factorials[causes - 1 - before] * (values[set | 1 << cause] - values[set])
      }
      return Fraction(sum, over: factorials[causes])
    }
    change = values[values.count - 1] - values[0]
  }
}
