import RequiteModel

/// How the ids of a block are written behind what all of them begin with.
///
/// Every form gives the very same bytes back.
enum IdForm: UInt8 {
  /// A column of lengths, then the bytes one after the other.
  case bytes = 0
  /// Decimal digits, as many for each id: one byte how many, then a column of numbers.
  case digits = 1
  /// Decimal numbers without leading zeros: a column.
  case number = 2
  /// Lower-case hexadecimal digits, as many pairs for each id: one byte how many, then a byte a pair.
  case hexadecimal = 3
  /// UUIDs in lower case: sixteen bytes each.
  case uuid = 4
}

/// What the ids of a block have in common.
struct IdShape {
  /// How many bytes they all begin with.
  private(set) var prefix = 0
  /// The shortest.
  private(set) var least = 0
  /// The longest.
  private(set) var greatest = 0

  init<Row>(of rows: StagedBucket<Row>) {
    guard rows.count > 0 else { return }
    let first = rows.id(0)
    (prefix, least, greatest) = (first.count, first.count, first.count)
    for row in 1..<rows.count {
      let id = rows.id(row)
      least = min(least, id.count)
      greatest = max(greatest, id.count)
      prefix = first.commonLength(with: id, atMost: min(prefix, least))
    }
  }

  /// Whether all ids have the same length.
  var isEven: Bool { least == greatest }

  /// The common beginning without the digits at its end, of which the first id is an example.
  func prefixBeforeDigits(of first: Bytes) -> Int {
    var length = prefix
    while length > 0 && (0x30...0x39).contains(first[length - 1]) { length -= 1 }
    return length
  }
}
