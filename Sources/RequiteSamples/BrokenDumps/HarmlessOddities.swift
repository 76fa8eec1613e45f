extension BrokenCatalogue {
  /// Rows that look dangerous and are not: they must be taken, and do no harm.
  static var harmlessOddities: [BrokenDump] {
    [hostileKeys, similarKeys, formulas, markup, unanswered, unusualTimes, oneInstant, longGrapheme, sharedThread]
  }

  private static func keys(_ name: String, _ values: [String], _ note: String) -> BrokenDump {
    let table = SoundTable.surveys(values.count + 2).withEach("customer_id", values)
    return BrokenDump("surveys-\(name).csv", table.text(), .accepted(note))
  }

  private static var hostileKeys: BrokenDump {
    keys(
      "hostile-keys",
      ["../../etc/passwd", "$(reboot)", "`id`", "-rf", "NUL", "a b;c|d", "%s%n", "$(shell id)", "'; drop table x; --"],
      "ids that mean something to a shell, to make or to a file system")
  }

  private static var similarKeys: BrokenDump {
    keys(
      "similar-keys", ["jos\u{E9}", "jose\u{301}", "Jos\u{E9}", "jos\u{E9}\u{200B}", "\u{202E}esoj"],
      "five ids that look alike: composed, decomposed, upper case, with an invisible character, reversed")
  }

  private static var formulas: BrokenDump {
    let values = ["=1+1", "+1", "-1", "@sum(a1)", "\u{FF1D}1+1", "\"\t=1\""]
    let table = SoundTable.surveys(values.count + 2).withEach("comment", values)
    return BrokenDump("surveys-formulas.csv", table.text(), .accepted("comments that a spreadsheet would run"))
  }

  private static var markup: BrokenDump {
    let values = ["<script>alert(1)</script>", "\"\"\" onload=x\"", "[x](javascript:y)", "a|b`c`#d", "&lt;&amp;"]
    let table = SoundTable.surveys(values.count + 2).withEach("comment", values).with("vendor_id", "<b>north&co</b>")
    return BrokenDump("surveys-markup.csv", table.text(), .accepted("markup in comments and in a vendor's id"))
  }

  private static var unanswered: BrokenDump {
    let table = SoundTable.surveys().with("score", "").with("responded_at", "").with("comment", "")
    return BrokenDump("surveys-unanswered.csv", table.text(), .accepted("an invitation nobody answered"))
  }

  private static var unusualTimes: BrokenDump {
    let values = [
      "2024-05-02t10:00:00z", "2024-05-02T10:00:00-00:00", "2024-05-02T12:00:00+02:00", "2024-05-02T10:00:00.123456Z",
      "1714644000", "2024-02-29T10:00:00Z",
    ]
    var table = SoundTable.surveys(values.count + 2).withEach("responded_at", values)
    table = table.with("invited_at", "2024-02-28T10:00:00Z", row: values.count)
    return BrokenDump(
      "surveys-unusual-times.csv", table.text(),
      .accepted("small letters, other zones, fractions, seconds since 1970, a leap day"))
  }

  private static var longGrapheme: BrokenDump {
    keys(
      "long-grapheme", ["e" + String(repeating: "\u{301}", count: 255)], "one character of 511 bytes")
  }

  private static var sharedThread: BrokenDump {
    let table = SoundTable.interactions().with("vendor_id", "westwind-rail").with("customer_id", "c2", row: 2)
    return BrokenDump(
      "interactions-shared-thread.csv", table.text(),
      .accepted("a thread id under two vendors and two customers: a thread is a vendor's, and its first customer's"))
  }

  private static var oneInstant: BrokenDump {
    let table = SoundTable.interactions(6)
    let rows = (0..<6).reversed().reduce(into: SoundTable(columns: table.columns, rows: [])) { result, row in
      result.rows.append(table.with("at", "2024-05-02T10:00:00Z", row: row).rows[row])
    }
    return BrokenDump(
      "interactions-one-instant.csv", rows.text(), .accepted("a thread in reverse order, all in the same second"))
  }
}
