import RequiteFormats

/// What a row was, kept beyond its short life.
struct KeptRow: Equatable {
  var line: Int
  var lineSpan: Int
  var byteOffset: Int
  var byteLength: Int
  var fault: RowFault?
  var fields: [[UInt8]]

  init(_ row: Row, columns: Int) {
    line = row.line
    lineSpan = row.lineSpan
    byteOffset = row.byteOffset
    byteLength = row.byteLength
    fault = row.fault
    fields = row.fault == nil ? (0..<columns).map { Array(row.field($0)) } : []
  }

  var texts: [String] {
    fields.map { String(decoding: $0, as: UTF8.self) }
  }
}

/// All rows of a text, and how reading it ended.
struct KeptRows {
  var rows: [KeptRow] = []
  var failure: LayoutFailure?
  var lines = 0
  var blankLines = 0

  /// The rows as the reference readers give them.
  var records: [ReferenceCSVReader.Record] {
    rows.map { row in
      ReferenceCSVReader.Record(
        line: row.line, lineSpan: row.lineSpan, byteOffset: row.byteOffset, byteLength: row.byteLength,
        fault: row.fault, fields: row.fields)
    }
  }

  var faults: [RowFault?] {
    rows.map(\.fault)
  }

  /// Nothing yet.
  init() {}

  /// Reads all of `reader`, all columns of its header wanted unless others are given.
  init(_ reader: inout RowReader, wanted: [String]? = nil) throws {
    let wanted = wanted ?? reader.header
    reader.want(wanted)
    try self.init(rest: &reader, columns: wanted.count)
  }

  /// Reads all of `reader`, the values at `paths`.
  init(_ reader: inout RowReader, paths: [JSONPath]) throws {
    reader.want(paths: paths)
    try self.init(rest: &reader, columns: paths.count)
  }

  private init(rest reader: inout RowReader, columns: Int) throws {
    do {
      while let row = try reader.next() { rows.append(KeptRow(row, columns: columns)) }
    } catch let error as LayoutFailure {
      failure = error
    }
    lines = reader.lines
    blankLines = reader.blankLines
  }

  init(csv text: [UInt8], separator: Separator = .comma, limits: RowLimits = RowLimits()) throws {
    var reader = try RowReader(MemoryStream(text), format: .csv(separator: separator), limits: limits)
    try self.init(&reader)
  }

  init(csv text: String, separator: Separator = .comma, limits: RowLimits = RowLimits()) throws {
    try self.init(csv: Array(text.utf8), separator: separator, limits: limits)
  }

  init(jsonLines text: [UInt8], wanted: [String]) throws {
    var reader = try RowReader(MemoryStream(text), format: .jsonLines)
    try self.init(&reader, wanted: wanted)
  }

  init(jsonLines text: String, wanted: [String]) throws {
    try self.init(jsonLines: Array(text.utf8), wanted: wanted)
  }
}
