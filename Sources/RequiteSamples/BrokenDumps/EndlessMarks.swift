extension BrokenCatalogue {
  /// Thousands of columns, fields and quotes.
  static var endlessMarks: [BrokenDump] {
    let frame = EndlessFrame()
    return [
      BrokenDump(
        "surveys-thousands-of-columns.csv.gz", inflating(frame.header, 39, [.lineFeed] + frame.after, of: .comma),
        .refused("header-too-long", "ten thousand columns without a name")),
      BrokenDump(
        "surveys-thousands-of-fields.csv.gz",
        inflating(frame.before + frame.opened, 39, [.lineFeed] + frame.after, of: .comma),
        .quarantined("csv.field-count", lines: [3], "ten thousand fields of thirteen")),
      BrokenDump(
        "surveys-million-quotes.csv.gz",
        inflating(frame.before + frame.opened, 4700, [.quote, .lineFeed] + frame.after, of: .quote),
        .quarantined("row.too-long", lines: [3], "a comment of six hundred thousand doubled quotes")),
    ]
  }
}
