/// Eight decimal digits as the bytes of one word, the first digit lowest: all are looked at together.
enum EightDigits {
  /// Their number, or `nil` where a byte is no digit.
  @inline(__always)
  static func number(_ text: UInt64) -> Int64? {
    let digits = text ^ 0x3030_3030_3030_3030
    guard areDigits(digits, among: .max) else { return nil }
    let pairs = joined(digits) & 0x00FF_00FF_00FF_00FF
    let fours = (pairs &* 100 &+ pairs >> 16) & 0x0000_FFFF_0000_FFFF
    return Int64(truncatingIfNeeded: (fours & 0xFFFF) &* 10_000 &+ fours >> 32)
  }

  /// Whether all bytes of a word that `places` covers are 0…9 and all others are 0.
  ///
  /// The addition brings 10 and more to 16 and more. What it carries out of a byte comes from one of 0xFA and more, for
  /// which the answer is no already.
  @inline(__always)
  static func areDigits(_ digits: UInt64, among places: UInt64) -> Bool {
    (digits | (digits &+ (0x0606_0606_0606_0606 & places))) & (~places | 0xF0F0_F0F0_F0F0_F0F0) == 0
  }

  /// In every byte that begins a pair of digits, the pair's number.
  @inline(__always)
  static func joined(_ digits: UInt64) -> UInt64 {
    digits &* 10 &+ digits >> 8
  }

  /// A number below 100,000,000 as eight digits, zeros in front: fours, then pairs, then digits are divided at once.
  @inline(__always)
  static func text(of number: Int64) -> UInt64 {
    let number = UInt64(truncatingIfNeeded: number)
    let fours = number / 10_000 | (number % 10_000) << 32
    // 10,486 / 2²⁰ is a hundredth, and 103 / 2¹⁰ a tenth, exactly enough for numbers this small.
    let hundreds = (fours &* 10_486) >> 20 & 0x0000_007F_0000_007F
    let pairs = hundreds | (fours &- hundreds &* 100) << 16
    let tens = (pairs &* 103) >> 10 & 0x000F_000F_000F_000F
    return (tens | (pairs &- tens &* 10) << 8) | 0x3030_3030_3030_3030
  }
}
