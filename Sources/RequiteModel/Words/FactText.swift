import RequiteMemory

/// A fact written as text, its fields joined by commas: what decides between conflicting rows.
struct FactText {
  private(set) var bytes: [UInt8] = []

  mutating func append(_ field: [UInt8]) {
    bytes += field
    bytes.append(0x2C)
  }

  mutating func append(_ field: FactBytes) {
    field.withBytes { bytes.append(copying: $0) }
    bytes.append(0x2C)
  }

  mutating func append(_ field: String) {
    append(Array(field.utf8))
  }

  mutating func append(_ number: Int64?) {
    append(number.map(String.init) ?? "")
  }

  /// A position in a sorted list, padded so that the text sorts as the list does.
  mutating func append(code: UInt32) {
    let digits = String(code)
    append(String(repeating: "0", count: 10 - digits.count) + digits)
  }

  mutating func append(_ hash: Hash128) {
    append(String(hash.high, radix: 16) + "." + String(hash.low, radix: 16))
  }

  mutating func append(_ person: Pseudonym) {
    append(person == .none ? "" : String(person.high, radix: 16) + "." + String(person.low, radix: 16))
  }
}
