/// How a row lies in memory on its way into a ledger: the row, the numbers it has, its levels, the bytes of its id.
///
/// Rows are only found where they were written, in pages of a pool.
public struct StagedRecord<Row: StagedRow> {
  @usableFromInline let attributes: Int

  /// Rows with so many levels.
  public init(attributes: Int) {
    precondition(MemoryLayout<Row>.alignment <= 8, "records begin at multiples of eight bytes")
    self.attributes = attributes
  }

  /// The bytes a row takes: a multiple of eight.
  @inlinable
  @inline(__always)
  func size(_ row: Row) -> Int {
    (idOffset(row) + Int(row.idLength) + 7) & ~7
  }

  /// The most bytes a row with an id of this length takes.
  @inlinable
  @inline(__always)
  func greatestSize(idLength: Int) -> Int {
    (MemoryLayout<Row>.stride + (Row.greatestNumberCount + 1) * 8 + attributes * 4 + idLength + 7) & ~7
  }

  /// Packs a row to `start`, where `greatestSize` bytes are free; returns how many it takes.
  @inlinable
  @inline(__always)
  func write(
    _ source: borrowing Row.Source, id: Bytes, levels: [UInt32], to start: UnsafeMutableRawPointer
  ) -> Int {
    var numbers = NumberRoom(start + MemoryLayout<Row>.stride, count: Row.greatestNumberCount)
    let row = Row(source, idLength: UInt16(id.count), numbers: &numbers)
    precondition(row.numberCount == numbers.count && Int(row.idLength) == id.count, "a row must know what follows it")
    clearPadding(start)
    start.storeBytes(of: row, as: Row.self)
    var place = numbers.next
    for index in 0..<attributes {
      place.storeBytes(of: levels[index], as: UInt32.self)
      place += 4
    }
    StagedRecord.copy(id, to: place)
    return (place - start + id.count + 7) & ~7
  }

  /// The row at `start`.
  @inlinable
  @inline(__always)
  func row(_ start: UnsafeRawPointer) -> Row {
    start.load(as: Row.self)
  }

  /// The number of `bit` of the row at `start`, which has it.
  @inlinable
  @inline(__always)
  func number(_ start: UnsafeRawPointer, _ bit: UInt16) -> Int64 {
    let row = row(start)
    let place = StagedRecord.count(row.present & (bit &- 1))
    precondition(place < row.numberCount, "a number was asked for that a row does not have")
    return start.load(fromByteOffset: MemoryLayout<Row>.stride + place * 8, as: Int64.self)
  }

  /// One level of the row at `start`.
  @inlinable
  @inline(__always)
  func level(_ start: UnsafeRawPointer, _ attribute: Int) -> UInt32 {
    precondition(attribute >= 0 && attribute < attributes, "an attribute was asked for that rows do not have")
    return start.load(fromByteOffset: levelsOffset(row(start)) + attribute * 4, as: UInt32.self)
  }

  /// The bytes of the id of the row at `start`.
  @inlinable
  @inline(__always)
  func id(_ start: UnsafeRawPointer) -> Bytes {
    let row = row(start)
    return Bytes(start: (start + idOffset(row)).assumingMemoryBound(to: UInt8.self), count: Int(row.idLength))
  }

  /// All bytes of the row at `start`, its numbers, levels and id included.
  @inlinable
  func bytes(_ start: UnsafeRawPointer) -> Bytes {
    let row = row(start)
    return Bytes(start: start.assumingMemoryBound(to: UInt8.self), count: idOffset(row) + Int(row.idLength))
  }

  /// Undefined bytes at the end of a row would make equal rows look different.
  @inlinable
  @inline(__always)
  func clearPadding(_ start: UnsafeMutableRawPointer) {
    guard MemoryLayout<Row>.size < MemoryLayout<Row>.stride else { return }
    start.storeBytes(of: 0, toByteOffset: MemoryLayout<Row>.stride - 8, as: UInt64.self)
  }

  /// How many of ten bits are set; the processors we build for have no instruction for it.
  @inlinable
  @inline(__always)
  static func count(_ bits: UInt16) -> Int {
    let pairs = bits &- (bits >> 1 & 0x5555)
    let fours = (pairs & 0x3333) &+ (pairs >> 2 & 0x3333)
    return Int((fours & 15) &+ (fours >> 4 & 15) &+ (fours >> 8))
  }

  @inlinable
  @inline(__always)
  func levelsOffset(_ row: Row) -> Int {
    MemoryLayout<Row>.stride + row.numberCount * 8
  }

  @inlinable
  @inline(__always)
  func idOffset(_ row: Row) -> Int {
    levelsOffset(row) + attributes * 4
  }

  /// Copies an id; those of 8 to 16 bytes, which most are, without a call.
  @inlinable
  @inline(__always)
  static func copy(_ id: Bytes, to start: UnsafeMutableRawPointer) {
    let (source, count) = (UnsafeRawPointer(id.start), id.count)
    guard count >= 8 && count <= 16 else { return start.copyMemory(from: source, byteCount: count) }
    let first = source.loadUnaligned(as: UInt64.self)
    let last = source.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
    start.storeBytes(of: first, as: UInt64.self)
    start.storeBytes(of: last, toByteOffset: count - 8, as: UInt64.self)
  }
}
