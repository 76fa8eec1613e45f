extension BrokenCatalogue {
  /// Survey rows with a value that cannot be.
  static var responseFaults: [BrokenDump] {
    scores + scalesAndVotes + weightsAndRevisions + responseTimes + responseKeys + closedWords
  }

  /// Sound rows round one row for each of `values` in `column`.
  private static func values(
    _ name: String, _ column: String, _ values: [String], _ rule: String, _ note: String,
    others: [String: String] = [:]
  ) -> BrokenDump {
    var table = SoundTable.surveys(values.count + 3).withEach(column, values)
    for (column, value) in others.sorted(by: { $0.key < $1.key }) {
      for row in 1...values.count { table = table.with(column, value, row: row) }
    }
    return BrokenDump(
      "surveys-\(name).csv", table.text(),
      .quarantined(rule, lines: Array(3..<3 + values.count), note))
  }

  private static var scores: [BrokenDump] {
    [
      values("score-range", "score", ["11", "-1", "100"], "score.range", "outside 0-10"),
      values(
        "score-format", "score",
        ["NaN", "inf", "eleven", "0x9", "٩", "\"9,5\"", "8.5", "=9+1", "1e1", "--1"],
        "score.format", "not whole numbers"),
      values(
        "score-forty-digits", "score", [String(repeating: "9", count: 40)], "score.format", "a number of forty digits"),
      values("score-missing", "score", [""], "score.missing", "answered, but no score and no status that says why"),
    ]
  }

  private static var scalesAndVotes: [BrokenDump] {
    let votes = ["instrument": "votes", "scale": "net"]
    return [
      values(
        "scale-format", "scale", ["10-0", "5-5", "stars", "0-99999999999", "0..10", "1-"], "scale.format",
        "inverted, empty, not a scale, too wide"),
      values(
        "votes-format", "votes", ["four", "2.5", "-"], "votes.format", "not whole numbers",
        others: votes.merging(["score": "2"]) { $1 }),
      values(
        "votes-range", "votes", ["0", "1", "3"], "votes.range", "no votes, fewer than the net, the wrong parity",
        others: votes.merging(["score": "2"]) { $1 }),
    ]
  }

  private static var weightsAndRevisions: [BrokenDump] {
    [
      values(
        "weight-format", "weight", ["heavy", "NaN", "+1", "1e3", "0.1234567", "1e400", "\"1,5\""],
        "weight.format",
        "a plus sign, an exponent, seven decimals, words"),
      values(
        "weight-range", "weight", ["0", "0.000000", "-1", "1000.000001", "1001"], "weight.range",
        "not above 0, or above 1000"),
      values("revision-format", "revision", ["two", "1.5", "-1"], "revision.format", "not whole numbers"),
    ]
  }

  private static var responseTimes: [BrokenDump] {
    let impossible = [
      "2024-02-30T10:00:00Z", "2024-13-01T10:00:00Z", "2024-05-02T25:00:00Z", "2024-05-02T24:00:00Z",
      "2024-05-02T23:59:60Z", "2024-05-02T10:00:00+25:00", "05/02/2024 10:00", "10000-01-01T00:00:00Z",
      "0000-01-01T00:00:00Z", "yesterday",
    ]
    return [
      values("time-format", "responded_at", impossible, "responded_at.format", "no such moment"),
      values(
        "time-without-zone", "responded_at", ["2024-05-02T10:00:00", "2024-05-02"], "responded_at.format", "no zone"),
      values("invited-format", "invited_at", ["soon"], "invited_at.format", "not a time"),
      values(
        "time-future-2024-05-03", "responded_at", ["2024-06-01T10:00:00Z", "9999-12-31T23:59:59Z"], "time.future",
        "later than the date in the file's name by more than 48 hours"),
      values(
        "answer-before-invitation", "responded_at", ["2024-04-30T10:00:00Z"], "responded_at.before-invited",
        "answered a day before it was asked"),
    ]
  }

  private static var responseKeys: [BrokenDump] {
    [
      values("response-id-empty", "response_id", [""], "response_id.empty", "no response id"),
      values("vendor-id-empty", "vendor_id", [""], "vendor_id.empty", "no vendor"),
      values("customer-id-empty", "customer_id", [""], "customer_id.empty", "no customer"),
      values(
        "customer-id-control", "customer_id", ["c\u{1B}[31m", "c\u{0}9", "c\u{1A}"], "customer_id.control",
        "a terminal escape, a NUL, Ctrl-Z"),
      BrokenDump(
        "surveys-customer-id-line-break.csv", SoundTable.surveys().with("customer_id", "\"c\n9\"").text(),
        .quarantined("customer_id.control", lines: [3], "a line break inside the id")),
      values(
        "customer-id-too-long", "customer_id", [String(repeating: "c", count: 513)], "customer_id.too-long",
        "513 bytes, one more than allowed"),
      BrokenDump(
        "erasures-customer-id-empty.csv", "customer_id,vendor_id\nc1,\n,northwind-air\nc2,northwind-air\n",
        .quarantined("customer_id.empty", lines: [3], "nobody asks to be forgotten")),
    ]
  }

  private static var closedWords: [BrokenDump] {
    func filtered(_ status: String, _ note: String) -> BrokenDump {
      BrokenDump(
        "surveys-status-\(status).csv", SoundTable.surveys().with("status", status).text(),
        .filtered("status.\(status)", lines: [3], note))
    }
    return [
      values("instrument-unknown", "instrument", ["NPS", "nps2"], "instrument.unknown", "not in the list"),
      values("status-unknown", "status", ["done", "Complete"], "status.unknown", "not in the list"),
      filtered("test", "a trial of the survey itself"),
      filtered("spam", "not a person's answer"),
    ]
  }
}
