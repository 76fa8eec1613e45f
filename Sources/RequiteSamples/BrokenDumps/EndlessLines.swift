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

  /// A member of `before`, the letter a once and 258 times `matches`, and `after`.
  private static func inflating(_ before: [UInt8], _ matches: Int, _ after: [UInt8]) -> [UInt8] {
    let letter = UInt8(ascii: "a")
    let run = RunBlock(of: letter, matches: matches)
    let content = before + Array(repeating: letter, count: run.count) + after
    let body = StoredGzip.stored(before, isLast: false) + run.bytes + StoredGzip.stored(after)
    return StoredGzip(content, body: body).bytes
  }
}
