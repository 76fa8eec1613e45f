import RequiteFormats

/// The rows of a text.
struct RowTrial: Equatable {
  var records: [ReferenceCSVReader.Record] = []
  var failure: LayoutFailure?
  var header: [String] = []
  var counts: [Int] = []

  /// Sizes of pieces, each with every way of scanning.
  static let ways = [1, 2, 7, 64, 65, 4096].flatMap { size in ScanKernel.available.map { (size: size, kernel: $0) } }

  /// Reads a text, all columns or the values at `paths`.
  init(
    _ text: [UInt8], _ format: RowReader.Format, paths: [JSONPath]? = nil, limits: RowLimits = RowLimits(),
    chunkSize: Int = RowReader.defaultChunkSize, kernel: ScanKernel = .best
  ) throws {
    do {
      let stream = PieceStream(text, size: chunkSize)
      var reader = try RowReader(stream, format: format, limits: limits, chunkSize: chunkSize, kernel: kernel)
      header = reader.header
      if let paths { reader.want(paths: paths) } else { reader.want(columns: Array(header.indices)) }
      try readRows(&reader, columns: paths?.count ?? header.count)
      counts = [reader.lines, reader.rows, reader.blankLines]
    } catch let error as LayoutFailure {
      failure = error
    }
  }

  private mutating func readRows(_ reader: inout RowReader, columns: Int) throws {
    while let row = try reader.next() {
      let fields = row.fault == nil ? (0..<columns).map { Array(row.field($0)) } : []
      records.append(
        ReferenceCSVReader.Record(
          line: row.line, lineSpan: row.lineSpan, byteOffset: row.byteOffset, byteLength: row.byteLength,
          fault: row.fault, fields: fields))
    }
  }
}
