import RequiteModel

extension DumpAccount {
  /// Counts `rows` accepted rows as filtered: their customer was forgotten since.
  public mutating func lose(_ rows: Int64) {
    guard rows > 0 else { return }
    accepted -= rows
    filtered += rows
    rules["customer.forgotten", default: 0] += rows
  }
}
