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
}
