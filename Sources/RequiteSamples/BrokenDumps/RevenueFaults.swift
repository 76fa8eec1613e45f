extension BrokenCatalogue {
  /// Revenue rows with a value that cannot be.
  static var revenueFaults: [BrokenDump] {
    revenueValues + revenueKeys + [sameYearTwice, surveysInside]
  }

  private static func values(
    _ name: String, _ column: String, _ values: [String], _ rule: String, _ note: String
  ) -> BrokenDump {
    BrokenDump(
      "revenue-\(name).csv", SoundTable.revenue(values.count + 3).withEach(column, values).text(),
      .quarantined(rule, lines: Array(3..<3 + values.count), note))
  }

  private static var revenueValues: [BrokenDump] {
    [
      values(
        "period-format", "period", ["", "25", "02025", "1899", "2025-01", "FY25", "٢٠٢٥"], "period.format",
        "not four digits, or before 1900"),
      values(
        "amount-format", "amount_minor", ["", "12.50", "\"1,250\"", "€12", "+5", "1e6", "1000000000000001"],
        "amount_minor.format", "not whole numbers, or more than a quadrillion"),
      values(
        "acquired-by-unknown", "acquired_by", ["Earned", "paid", "referral"], "acquired_by.unknown", "not in the list"),
    ]
  }

  private static var revenueKeys: [BrokenDump] {
    [
      values("vendor-id-empty", "vendor_id", [""], "vendor_id.empty", "no vendor"),
      values("customer-id-empty", "customer_id", [""], "customer_id.empty", "no customer"),
      BrokenDump(
        "revenue-refunds.csv", SoundTable.revenue(4).withEach("amount_minor", ["-4200", "0"]).text(),
        .accepted("refunds outweigh what was sold; a year without revenue")),
    ]
  }

  private static var sameYearTwice: BrokenDump {
    var table = SoundTable.revenue(3)
    table.rows.append(table.rows[1])
    return BrokenDump(
      "revenue-same-row-twice.csv", table.text(), .duplicates(lines: [5], "the same customer and year twice"))
  }

  private static var surveysInside: BrokenDump {
    BrokenDump(
      "revenue-surveys-inside.csv", SoundTable.surveys().text(),
      .refused("wrong-kind", "surveys under the name of revenue"))
  }
}
