import RequiteModel

/// A tally in a state file: its widths and its number of entries, then the entries by key in blocks of columns.
///
/// A column is as wide as its greatest number. In blocks, the few large cells of a cube do not make the columns of all
/// others wide, and neither writing nor reading needs more than one block beside the tally.
///
/// Layout: three 32-bit integers (words in a key, integers in a value, entries); for every 256 entries, and for the rest,
/// the words of the keys as `NumberColumn`s and the integers of the values as `WideColumn`s.
enum TallyBlocks {
  private static let entriesOfBlock = 256

  /// Calls `body` with the bytes of `tally`, block after block.
  static func forEachPart<Failure>(of tally: Tally, _ body: (ByteWriter) throws(Failure) -> Void) throws(Failure) {
    var writer = ByteWriter()
    writer.append(UInt32(tally.keyWidth))
    writer.append(UInt32(tally.valueWidth))
    writer.append(UInt32(tally.count))
    try body(writer)
    try tally.forEachBlock(of: entriesOfBlock) { block throws(Failure) in
      try body(encoded(block, keyWidth: tally.keyWidth, valueWidth: tally.valueWidth))
    }
  }

  private static func encoded(_ block: TallyBlock, keyWidth: Int, valueWidth: Int) -> ByteWriter {
    var writer = ByteWriter()
    for place in 0..<keyWidth {
      let words = block.words(place)
      NumberColumn.append(block.count, to: &writer) { Int64(bitPattern: words[words.startIndex + $0]) }
    }
    for place in 0..<valueWidth {
      let values = block.values(place)
      WideColumn.append(block.count, to: &writer) { values[values.startIndex + $0] }
    }
    return writer
  }

  /// Reads a tally and adds it to `sum`, which is made where there is none.
  static func read(from reader: inout ByteReader, into sum: inout Tally?) throws(DocumentFailure) {
    let keyWidth = Int(try reader.read(UInt32.self))
    let valueWidth = Int(try reader.read(UInt32.self))
    let count = Int(try reader.read(UInt32.self))
    guard (1...64).contains(keyWidth), (1...4096).contains(valueWidth) else { throw reader.damaged }
    var tally = sum ?? Tally(keyWidth: keyWidth, valueWidth: valueWidth)
    guard tally.keyWidth == keyWidth, tally.valueWidth == valueWidth else { throw reader.damaged }
    // A second owner would have the tally copied before it grows.
    sum = nil
    defer { sum = tally }
    for start in stride(from: 0, to: count, by: entriesOfBlock) {
      try readBlock(of: min(entriesOfBlock, count - start), from: &reader, into: &tally)
    }
  }

  private static func readBlock(
    of count: Int, from reader: inout ByteReader, into tally: inout Tally
  ) throws(DocumentFailure) {
    var keys: [[Int64]] = []
    for _ in 0..<tally.keyWidth { keys.append(try reader.readColumn(count)) }
    var values: [[Int128]] = []
    for _ in 0..<tally.valueWidth { values.append(try WideColumn.read(count, from: &reader)) }
    var key = Array(repeating: UInt64(0), count: tally.keyWidth)
    var value = Array(repeating: Int128(0), count: tally.valueWidth)
    for entry in 0..<count {
      for place in key.indices { key[place] = UInt64(bitPattern: keys[place][entry]) }
      for place in value.indices { value[place] = values[place][entry] }
      tally.add(value.span, to: key.span)
    }
  }
}
