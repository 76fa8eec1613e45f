/// A limit as somebody wrote it, compared digit by digit with what is printed.
public struct ExactLimit: Hashable, Sendable {
  /// As written: `1.0`.
  public let text: String
  /// In billionths.
  public let billionths: Int64

  /// Creates a limit of so many billionths, written as `text`.
  public init(text: String, billionths: Int64) {
    self.text = text
    self.billionths = billionths
  }

  /// One.
  public static let onePoint = ExactLimit(text: "1.0", billionths: 1_000_000_000)

  /// Whether a number of so many millionths is farther from 0 than the limit.
  func isExceeded(byMillionths millionths: Int128) -> Bool {
    millionths.magnitude * 1000 > UInt128(billionths.magnitude)
  }

  /// Whether a change is larger than so many points, as printed; a share has hundredths of them, other units have none.
  func isExceeded(by change: Double, _ unit: MetricUnit) -> Bool {
    let millionths = FixedDecimal.millionths(change)
    switch unit {
    case .points: return isExceeded(byMillionths: millionths)
    case .share: return isExceeded(byMillionths: millionths * 100)
    default: return false
    }
  }

  /// Whether a change is a larger part of `base` than the limit; any change of 0 is.
  func isExceeded(byMillionths change: Int128, of base: Int128) -> Bool {
    change.magnitude * 1_000_000_000 > UInt128(billionths.magnitude) * base.magnitude
  }
}
