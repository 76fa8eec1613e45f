/// Fingerprints or pseudonyms, a column for each half.
struct WordPairs {
  private let highs: PackedColumn
  private let lows: PackedColumn

  init(from reader: inout ByteReader, count: Int) throws(DocumentFailure) {
    highs = try PackedColumn(from: &reader, count: count)
    lows = try PackedColumn(from: &reader, count: count)
  }

  /// The high half of one.
  @inline(__always)
  func high(_ index: Int) -> UInt64 { UInt64(bitPattern: highs[index]) }

  /// The low half of one.
  @inline(__always)
  func low(_ index: Int) -> UInt64 { UInt64(bitPattern: lows[index]) }
}
