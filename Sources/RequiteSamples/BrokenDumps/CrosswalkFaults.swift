extension BrokenCatalogue {
  /// Lines of a crosswalk that cannot be, and some that only look so.
  static var crosswalkFaults: [BrokenDump] {
    [
      values("kind-empty", "kind", ["", " "], "kind.empty", "no kind"),
      values("value-empty", "value", [""], "value.empty", "no key"),
      BrokenDump(
        "crosswalk-value-format.csv",
        SoundTable.crosswalk(6).withEach("kind", ["phone", "phone", "phone"])
          .withEach("value", ["withheld", "-", "ext."]).text(),
        .quarantined("value.format", lines: [3, 4, 5], "phone numbers without a digit")),
      values("customer-id-empty", "customer_id", [""], "customer_id.empty", "nobody is meant"),
      BrokenDump(
        "crosswalk-two-customers.csv",
        SoundTable.crosswalk(4).withEach("value", ["c1@example.org", "c1@example.org"]).text(),
        .accepted("an address of three customers: it links to none of them, and is counted when a night is scored")),
      sameLineTwice,
    ]
  }

  private static func values(
    _ name: String, _ column: String, _ values: [String], _ rule: String, _ note: String
  ) -> BrokenDump {
    BrokenDump(
      "crosswalk-\(name).csv", SoundTable.crosswalk(values.count + 3).withEach(column, values).text(),
      .quarantined(rule, lines: Array(3..<3 + values.count), note))
  }

  private static var sameLineTwice: BrokenDump {
    var table = SoundTable.crosswalk(3)
    table.rows.append(table.rows[1])
    return BrokenDump(
      "crosswalk-same-line-twice.csv", table.text(), .duplicates(lines: [5], "the same line twice"))
  }
}
