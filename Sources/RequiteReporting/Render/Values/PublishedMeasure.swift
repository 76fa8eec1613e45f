import RequiteModel

/// A measure's numbers as they are printed: what two versions are compared by.
///
/// Two measures that print alike are the same, however their last bits differ.
public struct PublishedMeasure: Hashable, Sendable {
  /// Estimate, standard error, lower and upper end, numerator and denominator, each with six decimals.
  public let numbers: [String?]
  /// How many independent units stand behind it.
  public let n: Int64
  /// Why there is no estimate, or why it should be read with care.
  public let reason: Reason?
}

extension Measure {
  /// The numbers as printed.
  public var published: PublishedMeasure {
    let numbers = [estimate, standardError, low, high, numerator, denominator]
    return PublishedMeasure(numbers: numbers.map { $0.map { FixedDecimal.text(of: $0) } }, n: n, reason: reason)
  }
}
