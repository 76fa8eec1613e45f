/// How a row lies in memory on its way into a ledger: the row, the length of its id, its levels, the id's bytes.
struct StagedRecord<Row: BitwiseCopyable> {
  private let lengthOffset = (MemoryLayout<Row>.size + 3) & ~3
  private let levelsOffset: Int
  private let idOffset: Int
  private let attributes: Int

  init(attributes: Int) {
    precondition(MemoryLayout<Row>.alignment <= 8, "records begin at multiples of eight bytes")
    self.attributes = attributes
    levelsOffset = lengthOffset + 4
    idOffset = levelsOffset + attributes * 4
  }

  /// The bytes a row with an id of this length takes: a multiple of eight.
  @inline(__always)
  func size(idLength: Int) -> Int {
    (idOffset + idLength + 7) & ~7
  }

  /// Puts a row at `start`, where `size(idLength:)` bytes are free.
  @inline(__always)
  func write(
    _ row: Row, id: UnsafeRawBufferPointer, levels: UnsafeBufferPointer<UInt32>, to start: UnsafeMutableRawPointer
  ) {
    start.storeBytes(of: row, as: Row.self)
    start.storeBytes(of: UInt32(id.count), toByteOffset: lengthOffset, as: UInt32.self)
    for index in 0..<attributes {
      start.storeBytes(of: levels[index], toByteOffset: levelsOffset + index * 4, as: UInt32.self)
    }
    if let bytes = id.baseAddress { (start + idOffset).copyMemory(from: bytes, byteCount: id.count) }
  }

  /// The row at `start`.
  @inline(__always)
  func row(_ start: UnsafeRawPointer) -> Row {
    start.load(as: Row.self)
  }

  /// The bytes of the id of the row at `start`.
  @inline(__always)
  func id(_ start: UnsafeRawPointer) -> UnsafeRawBufferPointer {
    let length = start.load(fromByteOffset: lengthOffset, as: UInt32.self)
    return UnsafeRawBufferPointer(start: start + idOffset, count: Int(length))
  }

  /// All bytes of the row at `start`, its id and levels included.
  func bytes(_ start: UnsafeRawPointer) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: start, count: idOffset + id(start).count)
  }

  /// One level of the row at `start`.
  @inline(__always)
  func level(_ start: UnsafeRawPointer, _ attribute: Int) -> UInt32 {
    precondition(attribute < attributes, "an attribute was asked for that rows do not have")
    return start.load(fromByteOffset: levelsOffset + attribute * 4, as: UInt32.self)
  }
}
