/// The numbers of a `NumberColumn`, read where they stand: no array of them is ever made.
struct PackedColumn {
  private let bytes: [UInt8]
  private let start: Int
  private let width: Int
  private let mask: UInt64
  private let least: Int64
  /// How many there are.
  let count: Int

  /// The column of `count` numbers that comes next.
  init(from reader: inout ByteReader, count: Int) throws(DocumentFailure) {
    width = Int(try reader.read(UInt8.self))
    least = try reader.read(Int64.self)
    guard width <= 8 else { throw reader.damaged }
    let slice = try reader.readBytes(count * width)
    (bytes, start) = reader.place(of: slice)
    mask = width == 0 ? 0 : UInt64.max >> UInt64(64 - 8 * width)
    self.count = count
  }

  /// One of the numbers.
  @inline(__always)
  subscript(index: Int) -> Int64 {
    precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "a number was asked for that the column lacks")
    return least &+ Int64(bitPattern: word(at: start + index * width) & mask)
  }

  /// The eight bytes from `offset` on as a number.
  @inline(__always)
  private func word(at offset: Int) -> UInt64 {
    guard offset + 8 <= bytes.count else { return lastWord(at: offset) }
    return bytes.withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) }
  }

  /// The same where fewer than eight bytes are left.
  @inline(never)
  private func lastWord(at offset: Int) -> UInt64 {
    bytes[offset...].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
