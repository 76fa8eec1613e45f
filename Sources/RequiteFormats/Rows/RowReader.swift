/// Reads the rows of a dump, CSV or JSON lines, in bounded memory.
///
///     var reader = try RowReader(stream, format: .csv(separator: .comma))
///     guard reader.missing(from: ["score"]).isEmpty else { … }
///     reader.want(["vendor_id", "score"])
///     while let row = try reader.next() {
///       if let fault = row.fault { … } else { row.field(1) }
///     }
///
/// CSV follows RFC 4180: fields may be quoted, quotes in them are doubled, line ends are LF or CRLF, also mixed, and
/// the last one may be missing. JSON lines are one RFC 8259 object a line. Both are UTF-8, with or without a mark.
/// Blank lines are no rows. A row that breaks these rules is given with its ``Row/fault``; only where the text as a
/// whole cannot be trusted is a ``LayoutFailure`` thrown.
///
/// A reader costs no allocation for a row, and it can neither be copied nor shared between threads.
public struct RowReader: ~Copyable {
  /// How a dump's text is laid out.
  public enum Format: Hashable, Sendable {
    /// A header and rows, fields divided by `separator`.
    case csv(separator: Separator)
    /// Rows arranged in another way.
    case shaped(CSVShape)
    /// One JSON object a line.
    case jsonLines
  }

  /// How many bytes are asked of the stream at a time: large enough to be cheap, small enough for the cache.
  public static let defaultChunkSize = 256 * 1024

  // One of the two is there. Held side by side, as a value that cannot be copied cannot be changed inside an enum.
  private var csv: CSVReader?
  private var jsonLines: JSONLinesReader?
  private var wanted: [String] = []

  /// The names in the header, in their order.
  ///
  /// For JSON lines the keys of the first line, as far as it is an object.
  public let header: [String]

  /// Reads the beginning of a dump: its header, or the keys of its first object.
  ///
  /// - Throws: ``LayoutFailure`` if this is no dump of that format, and what `stream` throws.
  public init(
    _ stream: any ByteStream, format: Format, limits: RowLimits = RowLimits(), chunkSize: Int = defaultChunkSize
  ) throws {
    try self.init(stream, format: format, limits: limits, chunkSize: chunkSize, kernel: .best)
  }

  /// Reads the beginning of a dump in a given way, so that tests can try all of them.
  package init(
    _ stream: any ByteStream, format: Format, limits: RowLimits, chunkSize: Int, kernel: ScanKernel
  ) throws {
    var buffer = RowBuffer(stream, chunkSize: chunkSize)
    let start = try TextStart(&buffer)
    switch format {
    case .csv, .shaped:
      let shape = format.shape ?? CSVShape(separator: .comma)
      let reader = try CSVReader(buffer, start: start, shape: shape, limits: limits, kernel: kernel)
      header = reader.columns.names
      csv = consume reader
      jsonLines = nil
    case .jsonLines:
      let reader = try JSONLinesReader(buffer, start: start, limits: limits, kernel: kernel)
      header = reader.firstKeys.names
      csv = nil
      jsonLines = consume reader
    }
  }

  /// Chooses the columns that rows shall give, by name.
  ///
  /// Call it before the first ``next()``, and once.
  ///
  /// Any name may be asked for, each once: a column that is not there is empty in every row.
  public mutating func want(_ names: [String]) {
    precondition(wanted.isEmpty && rows == 0, "columns are chosen once, before the first row")
    precondition(ColumnNames(names: names).duplicate == nil, "a column is wanted once")
    wanted = names
    csv?.want(names)
    jsonLines?.want(names)
  }

  /// Chooses columns of a CSV text by their place in ``header``, `nil` for one that is empty in every row.
  package mutating func want(columns places: [Int?]) {
    csv?.want(columns: places)
  }

  /// Chooses values inside the objects of JSON lines.
  package mutating func want(paths: [JSONPath]) {
    jsonLines?.want(paths: paths)
  }

  /// The next row; `nil` at the end.
  ///
  /// - Throws: ``LayoutFailure`` if the rest cannot be divided into rows, and what the stream throws.
  public mutating func next() throws -> Row? {
    if let row = try csv?.next() { return row }
    return try jsonLines?.next()
  }
}

extension RowReader.Format {
  /// How a CSV text is arranged; `nil` for JSON.
  fileprivate var shape: CSVShape? {
    switch self {
    case .csv(let separator): CSVShape(separator: separator)
    case .shaped(let shape): shape
    case .jsonLines: nil
    }
  }
}

// MARK: - Columns

extension RowReader {
  /// Those of `required` that the header does not have.
  ///
  /// None for JSON lines, where any row may still have the key.
  public func missing(from required: [String]) -> [String] {
    csv == nil ? [] : ColumnNames(names: header).missing(from: required)
  }

  /// A name in the header that differs from `name` only in case, spaces, `_`, `-`, `.` or invisible characters.
  public func nearest(to name: String) -> String? {
    ColumnNames(names: header).nearest(to: name)
  }

  /// Checks that all of `required` are there.
  ///
  /// - Throws: ``LayoutFailure`` with the missing names and those that come near them.
  public func require(_ required: [String]) throws {
    let missing = missing(from: required)
    guard !missing.isEmpty else { return }
    throw LayoutFailure(.missingColumns(missing, nearest: missing.compactMap(ColumnNames(names: header).nearest)))
  }

  /// Columns that are there and not wanted: in the order of the header, or, for JSON lines, the keys met so far, at
  /// most 100 of them, sorted by their bytes.
  public var unwanted: [String] {
    switch jsonLines {
    case .some(let reader): reader.unwanted
    case nil: ColumnNames(names: header).unwanted(wanted)
    }
  }

  /// The column a fault is about, where it is about one.
  public func column(of fault: RowFault) -> String? {
    switch fault {
    case .strayQuote(let column) where column < header.count: header[column]
    case .json(.wrongType(let column)) where column < wanted.count: wanted[column]
    default: nil
    }
  }
}

// MARK: - Counts

extension RowReader {
  /// Physical lines read so far: line feeds, and one more if the last line has none.
  public var lines: Int {
    counts.lines
  }

  /// Rows read so far, faulty ones included, the header not.
  public var rows: Int {
    counts.rows
  }

  /// Lines without content read so far.
  ///
  /// They are no rows.
  public var blankLines: Int {
    counts.blankLines
  }

  private var counts: RowCounts {
    switch csv {
    case .some(let reader): return reader.counts
    case nil: break
    }
    return switch jsonLines {
    case .some(let reader): reader.counts
    case nil: RowCounts()
    }
  }
}
