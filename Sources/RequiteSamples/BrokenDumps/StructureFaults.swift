extension BrokenCatalogue {
  /// Rows that are not rows of comma-separated fields, and some unusual ones that are.
  static var structureFaults: [BrokenDump] {
    wrongFieldCounts + strayQuotes + openQuotes + lineEnds + nullBytes + ceilings + soundStructures
  }

  private static var table: SoundTable { SoundTable.surveys() }

  /// The four rows of the table, the second one replaced.
  private static func second(_ line: String) -> String {
    var lines = [table.header] + table.lines
    lines[2] = line
    return lines.map { $0 + "\n" }.joined()
  }

  /// The second row with another comment, written as it is.
  private static func comment(_ text: String) -> String {
    table.lines[1].dropLast("Kind".count) + text
  }

  private static var wrongFieldCounts: [BrokenDump] {
    let cut = String(table.text().dropLast(30))
    return [
      BrokenDump(
        "surveys-too-few-fields.csv", second("b2,northwind-air,c2"),
        .quarantined("csv.field-count", lines: [3], "three fields of thirteen")),
      BrokenDump(
        "surveys-too-many-fields.csv", second(comment("Kind,and,quick")),
        .quarantined("csv.field-count", lines: [3], "fifteen fields of thirteen")),
      BrokenDump(
        "surveys-last-row-cut.csv", cut, .quarantined("csv.field-count", lines: [5], "ends within the last row")),
      BrokenDump(
        "surveys-header-again.csv", second(table.header),
        .quarantined("status.unknown", lines: [3], "the header once more, as a row; the status is looked at first")),
      BrokenDump(
        "surveys-line-after-breaks.csv",
        table.header + "\n" + comment("\"three\nlines\nhere\"") + "\nb9,northwind-air,c9\n" + table.lines[0] + "\n",
        .quarantined("csv.field-count", lines: [5], "the second row is the fifth line")),
    ]
  }

  private static var strayQuotes: [BrokenDump] {
    func stray(_ name: String, _ text: String, _ note: String) -> BrokenDump {
      BrokenDump(
        "surveys-\(name).csv", second(comment(text)), .quarantined("csv.stray-quote", lines: [3], note))
    }
    return [
      stray("stray-quote", "so \"kind", "a quote inside a field without quotes"),
      stray("text-after-quote", "\"so\" kind", "text after the closing quote"),
      stray("space-before-quote", " \"so kind\"", "a space before the opening quote"),
      stray("backslash-quote", "\"so \\\"kind\\\"\"", "quotes escaped by backslashes in place of doubled"),
    ]
  }

  private static var openQuotes: [BrokenDump] {
    [
      BrokenDump(
        "surveys-open-quote.csv", table.text().dropLast("Kind\n".count) + "\"so kind\n",
        .refused("open-quote", lines: [5], "the last row's quote is never closed")),
      BrokenDump(
        "surveys-open-quote-middle.csv", second(comment("\"so kind")),
        .refused("open-quote", lines: [3], "a quote that swallows all rows after it")),
      BrokenDump(
        "surveys-quote-over-rows.csv",
        ([table.header, table.lines[0], comment("\"so kind")] + [table.lines[2], table.lines[3] + "\""])
          .map { $0 + "\n" }.joined(),
        .accepted("a quote that closes two rows later: legal, and one row in place of three")),
    ]
  }

  private static var lineEnds: [BrokenDump] {
    let lines = [table.header] + table.lines
    let mixed = lines.enumerated().map { $1 + ($0.isMultiple(of: 2) ? "\r\n" : "\n") }.joined()
    return [
      BrokenDump("surveys-line-ends-cr.csv", table.text(lineEnd: "\r"), .refused("line-ends", "lines end by CR alone")),
      BrokenDump("surveys-line-ends-crlf.csv", table.text(lineEnd: "\r\n"), .accepted("lines end by CR LF")),
      BrokenDump("surveys-line-ends-mixed.csv", mixed, .accepted("lines end by LF or CR LF in turn")),
      BrokenDump(
        "surveys-no-final-line-end.csv", String(table.text().dropLast()), .accepted("the last line has no end")),
      BrokenDump(
        "surveys-blank-lines.csv", table.text(lineEnd: "\n\n"), .accepted("a blank line after every line; not rows")),
    ]
  }

  /// What is left where a disk has lost a block.
  private static var nullBytes: [BrokenDump] {
    let hole = String(repeating: "\0", count: 512)
    return [
      BrokenDump(
        "surveys-nul-row.csv", second(hole), .quarantined("csv.field-count", lines: [3], "512 bytes of zero for a row")),
      BrokenDump(
        "surveys-nul-in-id.csv", second(hole + table.lines[1]),
        .quarantined("response_id.too-long", lines: [3], "512 bytes of zero before a row")),
      BrokenDump(
        "surveys-nul-in-comment.csv", second(comment("so\0kind")),
        .accepted("a zero byte in a comment, which is not looked at")),
    ]
  }

  /// More than 1 % of the rows and more than 20 rows: the dump is refused.
  ///
  /// 20 are not more than 20.
  private static var ceilings: [BrokenDump] {
    func spoilt(_ name: String, of count: Int, bad: Int, _ expectation: Expectation) -> BrokenDump {
      let table = SoundTable.surveys(count)
      let values = Array(repeating: "eleven", count: bad)
      let rows =
        bad < count
        ? table.withEach("score", values)
        : values.enumerated().reduce(table) {
          $0.with("score", $1.element, row: $1.offset)
        }
      return BrokenDump("surveys-\(name).csv", rows.text(), expectation)
    }
    return [
      spoilt("every-row-bad", of: 25, bad: 25, .refused("quarantine-ceiling", "25 of 25 rows")),
      spoilt("above-ceiling", of: 60, bad: 21, .refused("quarantine-ceiling", "21 of 60 rows")),
      spoilt(
        "below-ceiling", of: 60, bad: 20,
        .quarantined("score.format", lines: Array(3...22), "20 of 60 rows: not more than 20")),
    ]
  }

  private static var soundStructures: [BrokenDump] {
    [
      BrokenDump(
        "surveys-quoted-line-breaks.csv", second(comment("\"one\ntwo\r\nthree\"")), .accepted("line ends inside quotes")
      ),
      BrokenDump("surveys-doubled-quotes.csv", second(comment("\"so \"\"kind\"\"\"")), .accepted("doubled quotes")),
      BrokenDump(
        "surveys-exotic-breaks.csv", second(comment("one\u{2028}two\u{85}three\u{B}four\u{C}five")),
        .accepted("characters some take for line ends")),
      BrokenDump(
        "surveys-last-field-cut.csv", String(table.text().dropLast(3)), .accepted("ends inside the last field")),
      BrokenDump(
        "surveys-one-id-two-contents.csv", table.text() + table.with("score", "0").lines[1] + "\n",
        .duplicates(lines: [6], "the second row again with another score: one of them counts, as a conflict")),
      BrokenDump(
        "surveys-same-row-twice.csv", table.text() + table.lines[1] + "\n",
        .duplicates(lines: [6], "the second row again, byte for byte")),
    ]
  }
}
