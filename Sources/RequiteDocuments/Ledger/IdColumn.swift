import RequiteModel

/// The ids of a block's rows.
///
/// Most ids are a word and a number, or random digits: what all ids of a block begin with stands once, and what follows
/// stands as a number or in half the bytes, where that gives the very same bytes back.
///
/// Layout: one byte `IdForm`, the length of the common beginning in 32 bits and its bytes, then the rests in that form.
struct IdColumn {
  /// Where each id begins, and where the last one ends.
  private var starts: [Int] = [0]
  /// The ids, one after the other, while they are read.
  private var bytes: [UInt8] = []
  /// The same in the arena.
  private var kept = FactBytes()

  /// The most bytes of an id.
  static let greatestLength = Int(UInt16.max)

  /// Reads the ids, which then lie in `arena`.
  init(from reader: inout ByteReader, count: Int, to arena: FactArena) throws(DocumentFailure) {
    guard let form = IdForm(rawValue: try reader.read()) else { throw reader.damaged }
    let prefixLength = try reader.readCount(ofItems: 1)
    let prefix = try reader.readBytes(prefixLength)
    guard prefixLength <= IdColumn.greatestLength else { throw reader.damaged }
    starts.reserveCapacity(count + 1)
    switch form {
    case .bytes: try readBytes(&reader, count, prefix)
    case .digits: try readDecimal(&reader, count, prefix, digits: Int(try reader.read(UInt8.self)))
    case .number: try readDecimal(&reader, count, prefix, digits: nil)
    case .hexadecimal: try readPacked(&reader, count, prefix, bytes: Int(try reader.read(UInt8.self)), hyphens: false)
    case .uuid: try readPacked(&reader, count, prefix, bytes: 16, hyphens: true)
    }
    kept = bytes.withUnsafeBytes { arena.keep($0) }
    bytes = []
  }

  /// The id of a row.
  @inline(__always)
  subscript(index: Int) -> FactBytes {
    kept.withUnsafeBytes { FactBytes(UnsafeRawBufferPointer(rebasing: $0[starts[index]..<starts[index + 1]])) }
  }

  private mutating func readBytes(
    _ reader: inout ByteReader, _ count: Int, _ prefix: ArraySlice<UInt8>
  ) throws(DocumentFailure) {
    let lengths = try PackedColumn(from: &reader, count: count)
    var size = 0
    for index in 0..<count {
      guard lengths[index] >= 0, lengths[index] <= IdColumn.greatestLength - prefix.count else { throw reader.damaged }
      size += Int(lengths[index])
      starts.append(size + (index + 1) * prefix.count)
    }
    let rests = try reader.readBytes(size)
    bytes = prefix.isEmpty ? Array(rests) : join(prefix, rests, count)
  }

  /// The ids that begin with `prefix` and go on with their parts of `rests`.
  private func join(_ prefix: ArraySlice<UInt8>, _ rests: ArraySlice<UInt8>, _ count: Int) -> [UInt8] {
    Array(unsafeUninitializedCapacity: rests.count + count * prefix.count) { ids, used in
      var place = rests.startIndex
      for index in 0..<count {
        let length = starts[index + 1] - starts[index] - prefix.count
        _ = ids[used...].initialize(from: prefix)
        _ = ids[(used + prefix.count)...].initialize(from: rests[place..<place + length])
        place += length
        used = starts[index + 1]
      }
    }
  }

  /// Numbers with so many digits, or with as many as they need.
  private mutating func readDecimal(
    _ reader: inout ByteReader, _ count: Int, _ prefix: ArraySlice<UInt8>, digits: Int?
  ) throws(DocumentFailure) {
    let width = digits ?? DecimalDigits.greatestCount
    guard width <= DecimalDigits.greatestCount else { throw reader.damaged }
    let numbers = try PackedColumn(from: &reader, count: count)
    let bound = DecimalDigits.bound(width)
    for index in 0..<count where numbers[index] < 0 || numbers[index] >= bound { throw reader.damaged }
    bytes = Array(unsafeUninitializedCapacity: count * (prefix.count + width)) { buffer, used in
      guard let start = buffer.baseAddress.map(UnsafeMutableRawPointer.init) else { return }
      for index in 0..<count {
        for byte in prefix {
          start.storeBytes(of: byte, toByteOffset: used, as: UInt8.self)
          used += 1
        }
        let length = digits ?? DecimalDigits.count(numbers[index])
        DecimalDigits.write(numbers[index], count: length, to: start + used)
        used += length
        starts.append(used)
      }
    }
  }

  private mutating func readPacked(
    _ reader: inout ByteReader, _ count: Int, _ prefix: ArraySlice<UInt8>, bytes width: Int, hyphens: Bool
  ) throws(DocumentFailure) {
    for _ in 0..<count {
      bytes.append(contentsOf: prefix)
      HexadecimalDigits.unpack(try reader.readBytes(width), hyphens: hyphens, to: &bytes)
      starts.append(bytes.count)
    }
  }
}

extension FactBytes {
  /// The identity of a row with this id within its vendor, whose fingerprint is given.
  @inline(__always)
  func identity(of vendor: Hash128) -> Hash128 {
    withUnsafeBytes { $0.identity(of: vendor) }
  }
}

extension UnsafeRawBufferPointer {
  /// The identity of a row with this id: ids are unique within a vendor.
  @inline(__always)
  func identity(of vendor: Hash128) -> Hash128 {
    Hash128(self, seed: vendor)
  }
}
