import RequiteModel

/// The ids of a block's rows, as they are written.
///
/// Most ids are a word and a number, or random digits: what all ids of a block begin with stands once, and what follows
/// stands as a number or in half the bytes, where that gives the very same bytes back.
///
/// Layout: one byte `IdForm`, the length of the common beginning in 32 bits and its bytes, then the rests in that form.
struct IdColumn {
  private let form: IdForm
  /// What all ids begin with.
  private let prefix: ArraySlice<UInt8>
  /// The lengths of the rests, or the rests as numbers.
  private let numbers: PackedColumn?
  /// How many digits numbers have, or how many bytes a rest takes; 0 where that differs from id to id.
  private let width: Int
  /// The rests, where they are no numbers.
  private let rests: ArraySlice<UInt8>
  private let damaged: DocumentFailure

  /// The most bytes of an id.
  static let greatestLength = Int(UInt16.max)

  /// The column of `count` ids that comes next.
  init(from reader: inout ByteReader, count: Int) throws(DocumentFailure) {
    guard let form = IdForm(rawValue: try reader.read()) else { throw reader.damaged }
    let prefixLength = try reader.readCount(ofItems: 1)
    prefix = try reader.readBytes(prefixLength)
    guard prefixLength <= IdColumn.greatestLength else { throw reader.damaged }
    switch form {
    case .bytes:
      let lengths = try PackedColumn(from: &reader, count: count)
      let size = try IdColumn.size(of: lengths, prefixLength, reader)
      (numbers, width, rests) = (lengths, 0, try reader.readBytes(size))
    case .digits, .number:
      width = form == .digits ? Int(try reader.read(UInt8.self)) : 0
      guard width <= DecimalDigits.greatestCount else { throw reader.damaged }
      numbers = try PackedColumn(from: &reader, count: count)
      rests = []
    case .hexadecimal, .uuid:
      width = form == .uuid ? 16 : Int(try reader.read(UInt8.self))
      (numbers, rests) = (nil, try reader.readBytes(count * width))
    }
    self.form = form
    damaged = reader.damaged
  }

  /// The bytes of all rests, whose lengths are checked.
  private static func size(
    of lengths: PackedColumn, _ prefixLength: Int, _ reader: ByteReader
  ) throws(DocumentFailure) -> Int {
    var size = 0
    for index in 0..<lengths.count {
      guard lengths[index] >= 0, lengths[index] <= greatestLength - prefixLength else { throw reader.damaged }
      size += Int(lengths[index])
    }
    return size
  }

  /// The ids of the chosen rows, which then lie in `arena`.
  func unpack(_ choice: some RowChoice, to arena: FactArena) throws(DocumentFailure) -> UnpackedIds {
    switch form {
    case .bytes: unpackBytes(choice, to: arena)
    case .digits: try unpackDecimal(choice, digits: width, to: arena)
    case .number: try unpackDecimal(choice, digits: nil, to: arena)
    case .hexadecimal, .uuid: unpackPairs(choice, to: arena)
    }
  }

  private func unpackBytes(_ choice: some RowChoice, to arena: FactArena) -> UnpackedIds {
    guard let lengths = numbers else { return UnpackedIds(count: 0) }
    var ids = UnpackedIds(count: choice.count)
    ids.bytes = arena.make(atMost: choice.count * prefix.count + rests.count) { output in
      let (beginning, rests) = (prefix.span, rests.span)
      var (next, place) = (0, 0)
      for index in 0..<lengths.count {
        let end = place + Int(lengths[index])
        if choice.holds(index, at: next) {
          output.append(copying: beginning)
          output.append(copying: rests.extracting(place..<end))
          ids.endId(at: output.count)
          next += 1
        }
        place = end
      }
    }
    return ids
  }

  /// Numbers with so many digits, or with as many as they need.
  private func unpackDecimal(
    _ choice: some RowChoice, digits: Int?, to arena: FactArena
  ) throws(DocumentFailure) -> UnpackedIds {
    guard let numbers else { return UnpackedIds(count: 0) }
    let width = digits ?? DecimalDigits.greatestCount
    let bound = DecimalDigits.bound(width)
    for place in 0..<choice.count {
      let number = numbers[choice[place]]
      guard number >= 0, number < bound else { throw damaged }
    }
    var ids = UnpackedIds(count: choice.count)
    ids.bytes = arena.make(atMost: choice.count * (prefix.count + width)) { output in
      let beginning = prefix.span
      for place in 0..<choice.count {
        let number = numbers[choice[place]]
        output.append(beginning, number: number, digits: digits ?? DecimalDigits.count(number))
        ids.endId(at: output.count)
      }
    }
    return ids
  }

  private func unpackPairs(_ choice: some RowChoice, to arena: FactArena) -> UnpackedIds {
    let length = form == .uuid ? 36 : 2 * width
    var ids = UnpackedIds(count: choice.count)
    ids.bytes = arena.make(atMost: choice.count * (prefix.count + length)) { output in
      let (beginning, rests) = (prefix.span, rests.span)
      for place in 0..<choice.count {
        let start = choice[place] * width
        output.append(copying: beginning)
        HexadecimalDigits.unpack(rests.extracting(start..<start + width), hyphens: form == .uuid, to: &output)
        ids.endId(at: output.count)
      }
    }
    return ids
  }
}

/// The ids of some rows of a block, spelt out.
struct UnpackedIds {
  /// Where each id begins, and where the last one ends.
  private var starts: [Int] = [0]
  /// The ids, one after the other.
  fileprivate var bytes = FactBytes()

  fileprivate init(count: Int) {
    starts.reserveCapacity(count + 1)
  }

  /// The id of a row, by its place among those chosen.
  @inline(__always)
  subscript(place: Int) -> FactBytes { bytes.part(starts[place]..<starts[place + 1]) }

  @inline(__always)
  fileprivate mutating func endId(at end: Int) { starts.append(end) }
}

extension FactBytes {
  /// The identity of a row with this id, which is unique within its vendor, whose fingerprint is given.
  @inline(__always)
  func identity(of vendor: Hash128) -> Hash128 {
    withBytes { Hash128($0, seed: vendor) }
  }
}
