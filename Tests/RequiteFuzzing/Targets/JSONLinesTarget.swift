import RequiteFormats
import RequiteIngest

/// JSON lines: rows, values inside objects, records of a document, and whole dumps.
///
/// The first byte says what is tried, the second where things are cut, the rest is the text.
enum JSONLinesTarget: FuzzTarget {
  static let name = "json-lines"

  private static let paths = ["a", "b", "a.b", "a.b.0", "a.0.b", "c.d.e", "c", "c.d"].enumerated().map { index, path in
    JSONPath(path.split(separator: ".").map(String.init), takesAny: index == 6 || index == 7)
  }

  static func check(_ bytes: [UInt8]) throws {
    guard bytes.count > 2 else { return }
    let (choice, cut, text) = (bytes[0], Int(bytes[1]), Array(bytes[2...]))
    switch choice % 4 {
    case 0: try checkPaths(text, isShort: choice > 127)
    case 1: try checkRecords(text, choice >> 2)
    case 2: try checkArray(text)
    default:
      let kinds = ["surveys", "interactions", "revenue", "erasures"]
      guard let name = DumpName("\(kinds[Int(choice >> 2) % kinds.count])-2026-03-01.jsonl") else { return }
      try DumpTrial.tryAll(text, name: name, cut: cut)
    }
  }

  /// Values inside objects, against the walk byte by byte.
  private static func checkPaths(_ text: [UInt8], isShort: Bool) throws {
    var limits = RowLimits()
    if isShort { (limits.record, limits.field) = (60, 25) }
    // A line of another format is read byte by byte where it is not the first.
    let text = Array("{}\n".utf8) + text
    let expected = ReferenceJSONLinesReader(limits: limits, paths: paths).read(text)
    for (size, kernel) in RowTrial.ways {
      let trial = try RowTrial(text, .jsonLines, paths: paths, limits: limits, chunkSize: size, kernel: kernel)
      try Broken.unless(trial.records == expected.records, "rows are as a plain walk says, \(size) bytes at a time")
      try Broken.unless(trial.failure == expected.failure, "a text ends as a plain walk says, \(size) bytes at a time")
    }
  }

  /// A document with an array of records in it; however the text is cut, they are the same.
  private static func checkRecords(_ text: [UInt8], _ choice: UInt8) throws {
    let path = [[], ["a"], ["a", "b"]][Int(choice) % 3]
    let expected = try lines(text, path, isAssignment: choice & 4 != 0, size: .max)
    for size in [1, 3, 64] {
      let lines = try lines(text, path, isAssignment: choice & 4 != 0, size: size)
      try Broken.unless(lines == expected, "pieces of \(size) bytes give the same records as the whole")
    }
    if let lines = expected.text {
      try Broken.unless(lines.count == text.count, "a document keeps its length when it becomes lines")
    }
  }

  private struct Lines: Equatable {
    var text: [UInt8]?
    var failure: LayoutFailure?
  }

  private static func lines(_ text: [UInt8], _ path: [String], isAssignment: Bool, size: Int) throws -> Lines {
    let stream = JSONRecordStream(PieceStream(text, size: size), path: path, isAssignment: isAssignment)
    var lines: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1000)
    do {
      while case let count = try stream.read(into: &piece), count > 0 {
        lines += piece[..<count]
      }
    } catch let failure as LayoutFailure {
      return Lines(failure: failure)
    }
    return Lines(text: lines)
  }

  /// Elements of an array that a row holds.
  private static func checkArray(_ text: [UInt8]) throws {
    let whole = [JSONPath([], takesAny: true)]
    let trial = try RowTrial(
      Array("{\"c\":".utf8) + text.filter { $0 != 0x0A } + Array("}\n".utf8), .jsonLines,
      paths: [JSONPath(["c"], takesAny: true)])
    guard let row = trial.records.first, row.fault == nil, let value = row.fields.first else { return }
    var elements: [[UInt8]] = []
    // Behind the array a scan may read on, as it does in a row.
    (value + Array(repeating: 0, count: 64)).withField { bytes in
      var walk = JSONArrayWalk(paths: whole)
      walk.begin(bytes.part(0..<value.count))
      while walk.next() { elements.append(Array(walk.field(0))) }
    }
    guard let parsed = try? JSONValue(parsing: value), let array = parsed.array else { return }
    try Broken.unless(array.count == elements.count, "an array has as many elements for a walk as for the parser")
  }
}
