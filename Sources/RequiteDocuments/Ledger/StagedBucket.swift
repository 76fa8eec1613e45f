/// Rows on their way into a ledger, with the bytes of their ids and the levels of their attributes.
struct StagedBucket<Row: BitwiseCopyable> {
  private(set) var rows: [Row] = []
  private(set) var idStarts: [Int] = [0]
  private(set) var idBytes: [UInt8] = []
  private(set) var levels: [UInt32] = []
  let attributes: Int

  init(attributes: Int) {
    self.attributes = attributes
  }

  var count: Int { rows.count }

  mutating func append(_ row: Row, id: UnsafeRawBufferPointer, levels: UnsafeBufferPointer<UInt32>) {
    rows.append(row)
    idBytes.append(contentsOf: id)
    idStarts.append(idBytes.count)
    if attributes > 0 { self.levels.append(contentsOf: levels) }
  }

  /// Takes over some rows of another.
  mutating func append(from other: StagedBucket, _ positions: ArraySlice<Int32>) {
    rows.reserveCapacity(rows.count + positions.count)
    idStarts.reserveCapacity(idStarts.count + positions.count)
    for position in positions {
      let index = Int(position)
      rows.append(other.rows[index])
      idBytes.append(contentsOf: other.id(index))
      idStarts.append(idBytes.count)
      if attributes > 0 { levels.append(contentsOf: other.levels(index)) }
    }
  }

  func id(_ index: Int) -> ArraySlice<UInt8> {
    idBytes[idStarts[index]..<idStarts[index + 1]]
  }

  func levels(_ index: Int) -> ArraySlice<UInt32> {
    levels[index * attributes..<(index + 1) * attributes]
  }

  /// Whether the id of one row comes before that of another in byte order.
  func id(_ left: Int, precedes right: Int) -> Bool {
    id(left).lexicographicallyPrecedes(id(right))
  }

  /// Roughly the memory it takes.
  var byteCount: Int {
    rows.count * (MemoryLayout<Row>.stride + 8) + idBytes.count + levels.count * 4
  }

  mutating func removeAll() {
    rows.removeAll(keepingCapacity: true)
    idStarts.removeAll(keepingCapacity: true)
    idStarts.append(0)
    idBytes.removeAll(keepingCapacity: true)
    levels.removeAll(keepingCapacity: true)
  }
}

extension StagedBucket {
  /// The rows as bytes, for the scratch file.
  var spilled: [UInt8] {
    var writer = ByteWriter()
    writer.append(UInt32(rows.count))
    rows.withUnsafeBytes { writer.append($0) }
    NumberColumn.append(idStarts.indices.dropFirst().map { Int64(idStarts[$0] - idStarts[$0 - 1]) }, to: &writer)
    writer.append(idBytes)
    levels.withUnsafeBytes { writer.append($0) }
    return writer.bytes
  }

  /// Takes back rows that were spilled.
  mutating func append(spilled bytes: [UInt8]) throws {
    var reader = ByteReader(bytes, document: "scratch file")
    let count = try reader.readCount(ofItems: MemoryLayout<Row>.stride)
    let raw = try reader.readBytes(count * MemoryLayout<Row>.stride)
    raw.withUnsafeBytes { buffer in
      for index in 0..<count {
        rows.append(buffer.loadUnaligned(fromByteOffset: index * MemoryLayout<Row>.stride, as: Row.self))
      }
    }
    let lengths = try reader.readColumn(count)
    for length in lengths { idStarts.append(idStarts[idStarts.count - 1] + Int(length)) }
    idBytes.append(contentsOf: try reader.readBytes(lengths.reduce(0) { $0 + Int($1) }))
    for _ in 0..<count * attributes { levels.append(try reader.read(UInt32.self)) }
  }
}
