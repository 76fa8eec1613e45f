extension BrokenCatalogue {
  /// Interaction rows with a value that cannot be.
  static var eventFaults: [BrokenDump] {
    eventWords + eventTimes + eventKeys
  }

  private static func values(
    _ name: String, _ column: String, _ values: [String], _ rule: String, _ note: String
  ) -> BrokenDump {
    BrokenDump(
      "interactions-\(name).csv", SoundTable.interactions(values.count + 3).withEach(column, values).text(),
      .quarantined(rule, lines: Array(3..<3 + values.count), note))
  }

  private static var eventWords: [BrokenDump] {
    [
      values("direction-unknown", "direction", ["inbound", "OUT"], "direction.unknown", "not in the list"),
      values("kind-unknown", "kind", ["reply", "Message"], "kind.unknown", "not in the list"),
      values("channel-empty", "channel", [""], "channel.empty", "no channel"),
      values("value-format", "value", ["much", "NaN", "1e400", "--4"], "value.format", "not numbers"),
      values("revision-format", "revision", ["two"], "revision.format", "not a whole number"),
    ]
  }

  private static var eventTimes: [BrokenDump] {
    [
      values(
        "at-format", "at", ["2024-05-02T10:00:00", "2024-02-30T10:00:00Z", "noon"], "at.format",
        "no zone, no such day, not a time"),
      values("due-format", "due_at", ["tomorrow"], "due_at.format", "not a time"),
      BrokenDump(
        "interactions-due-before-at.csv",
        SoundTable.interactions().with("kind", "promise").with("due_at", "2024-05-01T10:00:00Z").text(),
        .quarantined("due_at.before-at", lines: [3], "due before it was promised")),
      values(
        "time-future-2024-05-03", "at", ["2031-05-02T10:00:00Z"], "time.future",
        "later than the date in the file's name by more than 48 hours"),
    ]
  }

  private static var eventKeys: [BrokenDump] {
    [
      values("event-id-empty", "event_id", [""], "event_id.empty", "no event id"),
      values("thread-id-empty", "thread_id", [""], "thread_id.empty", "no thread"),
      values("customer-id-empty", "customer_id", [""], "customer_id.empty", "no customer"),
      values("thread-id-control", "thread_id", ["t\u{7}1"], "thread_id.control", "a bell in the id"),
      values(
        "agent-id-too-long", "agent_id", [String(repeating: "a", count: 600)], "agent_id.too-long", "600 bytes"),
    ]
  }
}
