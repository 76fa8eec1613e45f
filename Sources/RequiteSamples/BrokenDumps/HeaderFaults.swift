extension BrokenCatalogue {
  /// First lines that are not the header of a surveys dump.
  static var headerFaults: [BrokenDump] {
    missingHeaders + misnamedColumns + otherSeparators + otherDocuments + soundHeaders
  }

  private static var table: SoundTable { SoundTable.surveys() }
  private static var rows: String { table.lines.map { $0 + "\n" }.joined() }

  private static func headed(_ name: String, _ header: String, _ expectation: Expectation) -> BrokenDump {
    BrokenDump("surveys-\(name).csv", header + "\n" + rows, expectation)
  }

  private static var missingHeaders: [BrokenDump] {
    let filled = "b1,northwind-air,c1,nps,0-10,9,1,2024-05-01T08:00:00Z,2024-05-02T09:10:00Z,complete,1.5,2,Kind\n"
    return [
      BrokenDump("surveys-empty-plain.csv", "", .refused("empty", "no bytes at all")),
      BrokenDump("surveys-blank-lines-only.csv", "\n\n\n", .refused("header-empty", "nothing but line ends")),
      BrokenDump("surveys-no-header.csv", filled + rows, .refused("header-missing-column", "begins with a row")),
      headed("comment-line", "# exported nightly\n" + table.header, .refused("header-comment", "begins with a remark")),
    ]
  }

  private static var misnamedColumns: [BrokenDump] {
    func renamed(_ name: String, _ column: String, _ replacement: String, _ code: String, _ note: String) -> BrokenDump
    {
      let names = table.columns.map { $0 == column ? replacement : $0 }
      return headed(name, names.joined(separator: ","), .refused(code, note))
    }
    return [
      renamed("column-missing", "score", "result", "header-missing-column", "there is no column score"),
      renamed("column-twice", "votes", "score", "header-duplicate-column", "the column score comes twice"),
      renamed("column-other-case", "score", "Score", "header-missing-column", "Score in place of score"),
      renamed("column-with-space", "score", " score", "header-missing-column", "a space before score"),
      renamed(
        "column-zero-width", "score", "score\u{200B}", "header-missing-column", "score with an invisible character"),
      renamed("column-with-nul", "score", "sco\u{0}re", "header-control", "score with a NUL in it"),
    ]
  }

  private static var otherSeparators: [BrokenDump] {
    func separated(_ name: String, by separator: String, _ note: String) -> BrokenDump {
      let text = String(table.text().map { $0 == "," ? Character(separator) : $0 })
      return BrokenDump("surveys-\(name).csv", text, .refused("separator", note))
    }
    return [
      separated("semicolons", by: ";", "separated by semicolons"),
      separated("tabs", by: "\t", "separated by tabs"),
      headed("sep-line", "sep=,\n" + table.header, .refused("separator", "begins with a spreadsheet's separator line")),
    ]
  }

  private static var otherDocuments: [BrokenDump] {
    [
      BrokenDump(
        "surveys-html-page.csv", "<!DOCTYPE html>\n<html><body>Session expired</body></html>\n",
        .refused("looks-like-html", "an error page in place of the export")),
      BrokenDump(
        "surveys-json-called-csv.csv", "{\"response_id\":\"b1\",\"score\":9}\n",
        .refused("looks-like-json", "JSON under a name in .csv")),
      BrokenDump(
        "surveys-interactions-inside.csv", SoundTable.interactions().text(),
        .refused("wrong-kind", "interactions under the name of surveys")),
      BrokenDump(
        "interactions-surveys-inside.csv", SoundTable.surveys().text(),
        .refused("wrong-kind", "surveys under the name of interactions")),
    ]
  }

  private static var soundHeaders: [BrokenDump] {
    let order = table.columns.indices.reversed()
    let reversed = ([table.columns] + table.rows).map { fields in order.map { fields[$0] }.joined(separator: ",") + "\n"
    }
    let quoted = table.columns.map { "\"\($0)\"" }.joined(separator: ",")
    return [
      BrokenDump("surveys-byte-order-mark.csv", "\u{FEFF}" + table.text(), .accepted("begins with a mark of UTF-8")),
      BrokenDump("surveys-header-only.csv", table.header + "\n", .accepted("a header and no rows")),
      BrokenDump("surveys-other-order.csv", reversed.joined(), .accepted("columns in reverse order")),
      headed("quoted-header", quoted, .accepted("names in quotes")),
      BrokenDump(
        "surveys-unknown-column.csv",
        (table.header + ",mood\n") + table.lines.map { $0 + ",sunny\n" }.joined(),
        .accepted("a column nobody knows is an attribute")),
    ]
  }
}
