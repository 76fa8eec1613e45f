extension BrokenCatalogue {
  /// A few kilobytes that unpack to megabytes without a line end: memory must stay bounded.
  static var endlessLines: [BrokenDump] {
    let table = SoundTable.surveys(3)
    let before = Array((table.header + "\n" + table.lines[0] + "\n").utf8)
    let after = Array((table.lines[1] + "\n" + table.lines[2] + "\n").utf8)
    let row = Array(SoundTable.surveys(9).lines[8].dropLast("Kind".count).utf8)
    return [
      BrokenDump(
        "surveys-endless-line.csv.gz", inflating(before, 8000, [.lineFeed] + after),
        .quarantined("row.too-long", lines: [3], "a line of two million letters")),
      BrokenDump(
        "surveys-endless-field.csv.gz", inflating(before + row, 1200, [.lineFeed] + after),
        .quarantined("row.too-long", lines: [3], "a comment of 300000 letters in an otherwise sound row")),
      BrokenDump(
        "surveys-endless-quote.csv.gz", inflating(before + row + [.quote], 8000, [.lineFeed] + after),
        .refused("open-quote", lines: [3], "a quote that two million letters do not close")),
    ]
  }

  /// Thousands of columns, fields and quotes.
  static var endlessMarks: [BrokenDump] {
    let table = SoundTable.surveys(3)
    let before = Array((table.header + "\n" + table.lines[0] + "\n").utf8)
    let after = Array((table.lines[1] + "\n" + table.lines[2] + "\n").utf8)
    let row = Array(SoundTable.surveys(9).lines[8].dropLast("Kind".count).utf8)
    return [
      BrokenDump(
        "surveys-thousands-of-columns.csv.gz",
        inflating(Array(table.header.utf8), 39, [.lineFeed] + after, of: .comma),
        .refused("header-too-long", "ten thousand columns without a name")),
      BrokenDump(
        "surveys-thousands-of-fields.csv.gz", inflating(before + row, 39, [.lineFeed] + after, of: .comma),
        .quarantined("csv.field-count", lines: [3], "ten thousand fields of thirteen")),
      BrokenDump(
        "surveys-million-quotes.csv.gz", inflating(before + row, 4700, [.quote, .lineFeed] + after, of: .quote),
        .quarantined("row.too-long", lines: [3], "a comment of six hundred thousand doubled quotes")),
    ]
  }

  /// A member of `before`, a byte once and 258 times `matches`, and `after`.
  static func inflating(
    _ before: [UInt8], _ matches: Int, _ after: [UInt8], of letter: UInt8 = UInt8(ascii: "a")
  ) -> [UInt8] {
    let run = RunBlock(of: letter, matches: matches)
    let content = before + Array(repeating: letter, count: run.count) + after
    let body = StoredGzip.stored(before, isLast: false) + run.bytes + StoredGzip.stored(after)
    return StoredGzip(content, body: body).bytes
  }
}
