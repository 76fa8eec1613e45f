import RequiteFormats
import RequiteIngest

/// CSV: rows, headers and whole dumps.
///
/// The first byte says what is tried, the second where things are cut, the rest is the text.
enum CSVTarget: FuzzTarget {
  static let name = "csv"

  static func check(_ bytes: [UInt8]) throws {
    guard bytes.count > 2 else { return }
    let (choice, cut, text) = (bytes[0], Int(bytes[1]), Array(bytes[2...]))
    if choice & 1 == 0 {
      try checkRows(text, separator: separator(choice >> 1), isShort: choice > 127)
    } else if choice & 2 == 0 {
      try checkShape(text, shape(choice >> 2))
    } else {
      let kinds = ["surveys", "interactions", "revenue", "erasures"]
      guard let name = DumpName("\(kinds[Int(choice >> 2) % kinds.count])-2026-03-01.csv") else { return }
      try DumpTrial.tryAll(text, name: name, cut: cut)
    }
  }

  /// Rows below a header that is sound, against the reader that knows no index.
  private static func checkRows(_ text: [UInt8], separator: Separator, isShort: Bool) throws {
    var limits = RowLimits()
    if isShort { (limits.record, limits.field) = (60, 25) }
    let comma = separator.rawValue
    let header: [UInt8] = [0x61, comma, 0x62, comma, 0x63, 0x0A]
    let reference = ReferenceCSVReader(separator: separator, limits: limits, columns: 3)
    let expected = reference.read(text, line: 1, offset: header.count)
    for (size, kernel) in RowTrial.ways {
      let trial = try RowTrial(
        header + text, .csv(separator: separator), limits: limits, chunkSize: size, kernel: kernel)
      try Broken.unless(trial.records == expected.records, "rows are as the rules say, \(size) bytes at a time")
      try Broken.unless(trial.failure == expected.failure, "a text ends as the rules say, \(size) bytes at a time")
    }
  }

  /// Rows of other shapes; however the text is cut, they are the same.
  private static func checkShape(_ text: [UInt8], _ shape: CSVShape) throws {
    let expected = try RowTrial(text, .shaped(shape))
    for (size, kernel) in RowTrial.ways {
      let trial = try RowTrial(text, .shaped(shape), chunkSize: size, kernel: kernel)
      try Broken.unless(trial == expected, "pieces of \(size) bytes give the same rows as the whole")
    }
  }

  private static func separator(_ choice: UInt8) -> Separator {
    Separator.allCases[Int(choice) % Separator.allCases.count]
  }

  private static func shape(_ choice: UInt8) -> CSVShape {
    var shape = CSVShape(separator: separator(choice))
    if choice & 4 != 0 { shape.padsRows = true }
    if choice & 8 != 0 { shape.footer = "Total" }
    if choice & 16 != 0 { (shape.headerRow, shape.droppedRows) = (2, 1) }
    if choice & 32 != 0 { shape.takesAnyNames = true }
    if choice & 48 == 48 { (shape.headerRow, shape.names) = (0, ["a", "b"]) }
    return shape
  }
}
