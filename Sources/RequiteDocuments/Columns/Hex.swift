/// Numbers as sixteen hexadecimal digits, for the JSON parts of documents.
enum Hex {
  static func text(of number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
