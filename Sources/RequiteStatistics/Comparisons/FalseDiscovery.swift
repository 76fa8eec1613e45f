/// What p-values are worth where many tests were made at once.
public enum FalseDiscovery {
  /// The q-value of each p-value: the least share of false discoveries at which its test would be among the discoveries
  /// (Benjamini–Hochberg, METHODS B5).
  ///
  ///     FalseDiscovery.adjusted([0.01, 0.04, 0.03, 0.50])     // [0.04, 0.0533…, 0.0533…, 0.50]
  ///
  /// With the p-values ascending, q₍ᵢ₎ is the least of p₍ⱼ₎ · m/j over j ≥ i. It is never below its p-value, never above
  /// 1, and keeps their order. Equal p-values get equal q-values, so it does not matter in which order they are ranked;
  /// they are ranked by place. Of nothing it is nothing.
  ///
  /// Source: Benjamini and Hochberg, *J. Royal Statistical Society* B 57 (1995) 289–300; as `p.adjust(method = "BH")`
  /// of R.
  ///
  /// - Parameter pValues: of all tests that were made, not only of those that came out small; each within 0…1.
  /// - Complexity: O(*m* log *m*).
  public static func adjusted(_ pValues: [Double]) -> [Double] {
    precondition(pValues.allSatisfy { (0...1).contains($0) }, "a p-value lies within 0 and 1")
    let descending = pValues.indices.sorted { (pValues[$0], $0) > (pValues[$1], $1) }
    var adjusted = pValues
    var least = 1.0
    for (above, place) in descending.enumerated() {
      let rank = pValues.count - above
      // The quotient comes first: it is exactly 1 for the greatest, which so keeps its value.
      least = min(least, pValues[place] * (Double(pValues.count) / Double(rank)))
      adjusted[place] = least
    }
    return adjusted
  }
}
