extension BrokenCatalogue {
  /// A few kilobytes that unpack to megabytes without a line end: memory must stay bounded.
  static var endlessLines: [BrokenDump] {
    let frame = EndlessFrame()
    return [
      BrokenDump(
        "surveys-endless-line.csv.gz", inflating(frame.before, 8000, [.lineFeed] + frame.after),
        .quarantined("row.too-long", lines: [3], "a line of two million letters")),
      BrokenDump(
        "surveys-endless-field.csv.gz", inflating(frame.before + frame.opened, 1200, [.lineFeed] + frame.after),
        .quarantined("row.too-long", lines: [3], "a comment of 300000 letters in an otherwise sound row")),
      BrokenDump(
        "surveys-endless-quote.csv.gz",
        inflating(frame.before + frame.opened + [.quote], 8000, [.lineFeed] + frame.after),
        .refused("open-quote", lines: [3], "a quote that two million letters do not close")),
    ]
  }
}
