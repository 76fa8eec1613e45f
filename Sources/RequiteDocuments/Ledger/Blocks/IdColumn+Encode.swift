import RequiteModel

extension IdColumn {
  /// Writes the ids of `rows` in the first form that fits all of them.
  static func append<Row>(_ rows: StagedBucket<Row>, to writer: inout ByteWriter) {
    let shape = IdShape(of: rows)
    guard rows.count > 0, appendDecimal(rows, shape, to: &writer) || appendHexadecimal(rows, shape, to: &writer) else {
      return appendBytes(rows, shape, to: &writer)
    }
  }

  private static func begin<Row>(
    _ form: IdForm, _ rows: StagedBucket<Row>, prefix: Int, to writer: inout ByteWriter
  ) {
    writer.append(form.rawValue)
    writer.append(UInt32(prefix))
    if prefix > 0 { rows.id(0).part(0..<prefix).withSpan { writer.append($0) } }
  }

  private static func appendDecimal<Row>(
    _ rows: StagedBucket<Row>, _ shape: IdShape, to writer: inout ByteWriter
  ) -> Bool {
    let prefix = shape.isEven ? shape.prefix : shape.prefixBeforeDigits(of: rows.id(0))
    guard shape.greatest - prefix <= DecimalDigits.greatestCount else { return false }
    let isWritten = TemporaryNumbers.withAll(rows.count) { row in
      rest(of: rows.id(row), prefix).withSpan { digits in
        shape.isEven || isCanonical(digits) ? DecimalDigits.number(digits) : nil
      }
    } _: { numbers in
      begin(shape.isEven ? .digits : .number, rows, prefix: prefix, to: &writer)
      if shape.isEven { writer.append(UInt8(shape.greatest - prefix)) }
      NumberColumn.append(numbers, to: &writer)
      return true
    }
    return isWritten ?? false
  }

  /// What follows the first bytes of an id.
  @inline(__always)
  private static func rest(of id: Bytes, _ prefix: Int) -> Bytes { id.part(prefix..<id.count) }

  /// Whether a number's digits follow from the number: there are some, and none is a leading zero.
  private static func isCanonical(_ digits: Span<UInt8>) -> Bool {
    digits.count == 1 || (digits.count > 1 && digits[0] != 0x30)
  }

  private static func appendHexadecimal<Row>(
    _ rows: StagedBucket<Row>, _ shape: IdShape, to writer: inout ByteWriter
  ) -> Bool {
    guard shape.isEven else { return false }
    let uuidPrefix = shape.greatest - 36
    if uuidPrefix >= 0, uuidPrefix <= shape.prefix,
      appendPacked(.uuid, rows, prefix: uuidPrefix, bytes: 16, to: &writer)
    {
      return true
    }
    let odd = (shape.greatest - shape.prefix) & 1
    let pairs = (shape.greatest - shape.prefix + odd) / 2
    guard shape.prefix >= odd, pairs <= UInt8.max else { return false }
    return appendPacked(.hexadecimal, rows, prefix: shape.prefix - odd, bytes: pairs, to: &writer)
  }

  private static func appendPacked<Row>(
    _ form: IdForm, _ rows: StagedBucket<Row>, prefix: Int, bytes: Int, to writer: inout ByteWriter
  ) -> Bool {
    var isPacked = true
    let packed = [UInt8](capacity: rows.count * bytes) { packed in
      for row in 0..<rows.count where isPacked {
        isPacked = rest(of: rows.id(row), prefix).withSpan {
          HexadecimalDigits.pack($0, hyphens: form == .uuid, to: &packed)
        }
      }
    }
    guard isPacked else { return false }
    begin(form, rows, prefix: prefix, to: &writer)
    if form == .hexadecimal { writer.append(UInt8(bytes)) }
    writer.append(packed)
    return true
  }

  private static func appendBytes<Row>(_ rows: StagedBucket<Row>, _ shape: IdShape, to writer: inout ByteWriter) {
    begin(.bytes, rows, prefix: shape.prefix, to: &writer)
    NumberColumn.append(rows.count, to: &writer) { Int64(rows.id($0).count - shape.prefix) }
    for row in 0..<rows.count { rest(of: rows.id(row), shape.prefix).withSpan { writer.append($0) } }
  }
}
