/// A whole number of any size, just able to be doubled and written: the largest `Double` has 309 digits.
struct WholeNumber: CustomStringConvertible {
  /// Nine decimal digits each, the least significant first.
  private var limbs: [UInt64]

  /// Creates `number` · 2^`power`.
  init(_ number: UInt64, timesTwoToThe power: Int) {
    limbs = [number % 1_000_000_000, number / 1_000_000_000 % 1_000_000_000, number / 1_000_000_000_000_000_000]
    for _ in 0..<power { double() }
  }

  private mutating func double() {
    var carry: UInt64 = 0
    for index in limbs.indices {
      let product = limbs[index] * 2 + carry
      limbs[index] = product % 1_000_000_000
      carry = product / 1_000_000_000
    }
    if carry > 0 { limbs.append(carry) }
  }

  /// The decimal digits without leading zeros; `0` for zero.
  var description: String {
    let digits = limbs.reversed().map { limb in
      let text = String(limb)
      return String(repeating: "0", count: 9 - text.utf8.count) + text
    }
    let trimmed = digits.joined().drop { $0 == "0" }
    return trimmed.isEmpty ? "0" : String(trimmed)
  }
}
