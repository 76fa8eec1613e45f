/// A number with at most nine decimals, held exactly, as it was written.
///
/// Settings enter hashes, and a binary fraction would enter them by way of its rounding.
public struct FixedDecimal: Hashable, Comparable, Sendable {
  /// The number times 1,000,000,000.
  public let billionths: Int64

  /// Creates `billionths` / 1,000,000,000.
  public init(billionths: Int64) {
    self.billionths = billionths
  }

  /// Creates `millionths` / 1,000,000.
  public init(millionths: Int64) {
    self.init(billionths: millionths * 1000)
  }

  /// The number times 1,000,000; further decimals are dropped.
  ///
  /// Exact for keys that allow six decimals, as most do.
  public var millionths: Int64 { billionths / 1000 }

  /// The nearest binary number.
  public var double: Double { Double(billionths) / 1_000_000_000 }

  /// Orders by size.
  public static func < (left: FixedDecimal, right: FixedDecimal) -> Bool {
    left.billionths < right.billionths
  }
}

extension FixedDecimal {
  /// Reads `12`, `0.5`, `-1.25`: digits, and a point only between digits.
  ///
  /// Returns `nil` for anything else, for more than `places` decimals, and for a million or more.
  public init?(_ text: String, places: Int = 9) {
    let isNegative = text.utf8.first == 0x2D
    let parts = text.utf8.dropFirst(isNegative ? 1 : 0).split(separator: 0x2E, omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count),
      parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy({ (0x30...0x39).contains($0) }) }),
      let whole = Int64(String(Substring(parts[0]))), whole < 1_000_000
    else { return nil }
    let fraction = parts.count == 2 ? Array(parts[1]) : []
    guard fraction.count <= min(places, 9) else { return nil }
    let padded = fraction + Array(repeating: 0x30, count: 9 - fraction.count)
    let size = padded.reduce(whole) { $0 * 10 + Int64($1 - 0x30) }
    self.init(billionths: isNegative ? -size : size)
  }
}

extension FixedDecimal: CustomStringConvertible {
  /// As short as exact: `0.01`, `5`, `-1.25`.
  public var description: String {
    let size = billionths.magnitude
    var digits = String(size % 1_000_000_000 + 1_000_000_000).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return "\(billionths < 0 ? "-" : "")\(size / 1_000_000_000)\(digits.isEmpty ? "" : ".\(digits)")"
  }
}
