/// Whole numbers as decimal digits: up to eighteen digits, which an `Int64` always holds.
enum DecimalDigits {
  static let greatestCount = 18

  /// The number that `text` stands for; `nil` unless it is all digits, at most eighteen.
  ///
  /// No digits are zero, and leading zeros are left to the caller.
  @inline(__always)
  static func number(_ text: Span<UInt8>) -> Int64? {
    guard text.count <= greatestCount else { return nil }
    var number: Int64 = 0
    for index in text.indices {
      let digit = text[index] &- 0x30
      guard digit < 10 else { return nil }
      number = number &* 10 &+ Int64(digit)
    }
    return number
  }

  /// The least number of more than so many digits.
  static func bound(_ count: Int) -> Int64 {
    (0..<count).reduce(1) { bound, _ in bound * 10 }
  }

  /// How many digits `number`, which is not negative, has.
  static func count(_ number: Int64) -> Int {
    var count = 1
    var rest = UInt64(number) / 10
    while rest > 0 {
      count += 1
      rest /= 10
    }
    return count
  }
}
