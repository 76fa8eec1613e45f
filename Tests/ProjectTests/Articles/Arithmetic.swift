import Foundation

/// The little language of worked examples: one equation a line.
///
///     share = 8 / 10 = 0.8
///     error = sqrt(share * (1 - share) / 10) ≈ 0.126491
///
/// A line is an expression and its value. `=` claims that the value is exact, `≈` that it is rounded to the digits shown.
/// A name before the expression keeps the unrounded value for the lines below.
struct Arithmetic {
  /// A line that is not an equation.
  struct Malformed: Error, CustomStringConvertible {
    let description: String
  }

  /// An equation and whether it holds.
  struct Line {
    /// The name of the value, `nil` without one.
    let name: String?
    /// What the expression comes to.
    let value: Double
    /// The value as written.
    let stated: String
    /// Whether it is what the expression comes to.
    let holds: Bool
  }

  private(set) var values: [String: Double] = [:]

  /// Evaluates the next line.
  mutating func evaluate(_ line: String) throws -> Line {
    let isExact = !line.contains("≈")
    let sides = line.split(separator: isExact ? "=" : "≈", omittingEmptySubsequences: false)
    guard let last = sides.last, sides.count >= 2 else { throw Malformed(description: "no value: \(line)") }
    let left = sides.dropLast().joined(separator: "=").split(separator: "=", omittingEmptySubsequences: false)
    let stated = last.trimmingCharacters(in: .whitespaces)
    guard (1...2).contains(left.count), let expected = Double(stated) else {
      throw Malformed(description: "neither `expression = value` nor `name = expression = value`: \(line)")
    }
    let value = try Expression.value(of: String(left[left.endIndex - 1]), names: values)
    let name = left.count == 2 ? left[0].trimmingCharacters(in: .whitespaces) : nil
    if let name {
      guard Expression.isName(name) else { throw Malformed(description: "no name: \(name)") }
      values[name] = value
    }
    return Line(
      name: name, value: value, stated: stated,
      holds: isExact ? Arithmetic.isEqual(value, expected) : Arithmetic.rounds(value, to: stated))
  }

  /// Whether `value` is `expected`, but for the last bits of floating point.
  private static func isEqual(_ value: Double, _ expected: Double) -> Bool {
    abs(value - expected) <= 1e-12 * max(1, abs(expected))
  }

  /// Whether `value`, rounded to as many decimals as `text` shows, is `text`.
  ///
  /// A value half way between two texts may be either.
  static func rounds(_ value: Double, to text: String) -> Bool {
    guard let shown = Double(text) else { return false }
    let decimals = text.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count ?? 0
    return abs(value - shown) <= 0.5 * pow(10, -Double(decimals)) + 1e-9
  }
}
