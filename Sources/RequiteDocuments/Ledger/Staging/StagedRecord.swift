/// How a row lies in memory on its way into a ledger: the row, the numbers it has, its levels, the bytes of its id.
struct StagedRecord<Row: StagedRow> {
  private let attributes: Int

  init(attributes: Int) {
    precondition(MemoryLayout<Row>.alignment <= 8, "records begin at multiples of eight bytes")
    self.attributes = attributes
  }

  /// The bytes a row takes: a multiple of eight.
  @inline(__always)
  func size(_ row: Row) -> Int {
    (idOffset(row) + Int(row.idLength) + 7) & ~7
  }

  /// The most bytes a row with an id of this length takes.
  @inline(__always)
  func greatestSize(idLength: Int) -> Int {
    (MemoryLayout<Row>.stride + (Row.greatestNumberCount + 1) * 8 + attributes * 4 + idLength + 7) & ~7
  }

  /// Packs a row to `start`, where `greatestSize` bytes are free; returns how many it takes.
  @inline(__always)
  func write(
    _ source: borrowing Row.Source, id: UnsafeRawBufferPointer, levels: UnsafeBufferPointer<UInt32>,
    to start: UnsafeMutableRawPointer
  ) -> Int {
    var numbers = NumberRoom(start + MemoryLayout<Row>.stride)
    let row = Row(source, idLength: UInt16(id.count), numbers: &numbers)
    clearPadding(start)
    start.storeBytes(of: row, as: Row.self)
    var place = numbers.end
    for index in 0..<attributes {
      place.storeBytes(of: levels[index], as: UInt32.self)
      place += 4
    }
    StagedRecord.copy(id, to: place)
    return (place - start + id.count + 7) & ~7
  }

  /// The row at `start`.
  @inline(__always)
  func row(_ start: UnsafeRawPointer) -> Row {
    start.load(as: Row.self)
  }

  /// The number of `bit` of the row at `start`, which has it.
  @inline(__always)
  func number(_ start: UnsafeRawPointer, _ bit: UInt16) -> Int64 {
    let place = StagedRecord.count(row(start).present & (bit &- 1))
    return start.load(fromByteOffset: MemoryLayout<Row>.stride + place * 8, as: Int64.self)
  }

  /// One level of the row at `start`.
  @inline(__always)
  func level(_ start: UnsafeRawPointer, _ attribute: Int) -> UInt32 {
    precondition(attribute < attributes, "an attribute was asked for that rows do not have")
    return start.load(fromByteOffset: levelsOffset(row(start)) + attribute * 4, as: UInt32.self)
  }

  /// The bytes of the id of the row at `start`.
  @inline(__always)
  func id(_ start: UnsafeRawPointer) -> UnsafeRawBufferPointer {
    let row = row(start)
    return UnsafeRawBufferPointer(start: start + idOffset(row), count: Int(row.idLength))
  }

  /// All bytes of the row at `start`, its numbers, levels and id included.
  func bytes(_ start: UnsafeRawPointer) -> UnsafeRawBufferPointer {
    let row = row(start)
    return UnsafeRawBufferPointer(start: start, count: idOffset(row) + Int(row.idLength))
  }

  /// Undefined bytes at the end of a row would make equal rows look different.
  @inline(__always)
  private func clearPadding(_ start: UnsafeMutableRawPointer) {
    guard MemoryLayout<Row>.size < MemoryLayout<Row>.stride else { return }
    start.storeBytes(of: 0, toByteOffset: MemoryLayout<Row>.stride - 8, as: UInt64.self)
  }

  /// How many of ten bits are set; the processors we build for have no instruction for it.
  @inline(__always)
  private static func count(_ bits: UInt16) -> Int {
    let pairs = bits &- (bits >> 1 & 0x5555)
    let fours = (pairs & 0x3333) &+ (pairs >> 2 & 0x3333)
    return Int((fours & 15) &+ (fours >> 4 & 15) &+ (fours >> 8))
  }

  @inline(__always)
  private func levelsOffset(_ row: Row) -> Int {
    MemoryLayout<Row>.stride + row.numberCount * 8
  }

  @inline(__always)
  private func idOffset(_ row: Row) -> Int {
    levelsOffset(row) + attributes * 4
  }

  /// Copies an id; those of 8 to 16 bytes, which most are, without a call.
  @inline(__always)
  private static func copy(_ id: UnsafeRawBufferPointer, to start: UnsafeMutableRawPointer) {
    guard let source = id.baseAddress else { return }
    let count = id.count
    guard count >= 8 && count <= 16 else { return start.copyMemory(from: source, byteCount: count) }
    let first = source.loadUnaligned(as: UInt64.self)
    let last = source.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
    start.storeBytes(of: first, as: UInt64.self)
    start.storeBytes(of: last, toByteOffset: count - 8, as: UInt64.self)
  }
}
