extension CauseStory {
  private static let nps = "loyalty.nps"

  /// What may happen to answers, one cause by one; always to twelve lone detractors.
  static let ofAnswers: [CauseStory] = [
    CauseStory(
      name: "late answers", metric: nps, expected: [.init(cause: "late", rows: 12, change: (12, 12))],
      edit: { days in
        days.copyAnswers(of: days.twelve, to: "surveys-2026-03-09-late") { $0.makeNewPromoter($1) }
      }),
    CauseStory(
      name: "answers that are others in the same dump", metric: nps,
      expected: [.init(cause: "corrected", rows: 12, change: (24, 0))],
      edit: { days in days.editAnswers(of: days.twelve) { $0["score", $1] = "9" } }),
    CauseStory(
      name: "answers that arrive again with another score", metric: nps,
      expected: [.init(cause: "corrected", rows: 12, change: (24, 0))],
      edit: { days in
        days.copyAnswers(of: days.twelve, to: "surveys-2026-03-09-again") {
          $0["score", $1] = "10"
          $0["revision", $1] = "9"
        }
      }),
    CauseStory(
      name: "answers that are gone from their dumps", metric: nps,
      expected: [.init(cause: "removed", rows: 12, change: (12, -12))],
      edit: { days in days.takeAnswers(of: days.twelve) }),
    CauseStory(
      name: "a dump of answers that is missing", metric: nps,
      expected: [.init(cause: "file_missing", rows: 12, change: (12, -12))],
      edit: { days in days.remove(VillageDays.aside) }),
    CauseStory(
      name: "customers who ask to be forgotten", metric: nps,
      expected: [.init(cause: "erased", rows: 12, change: (12, -12))],
      edit: { days in
        days.add(
          "erasures-2026-03-09", columns: ["customer_id", "vendor_id", "requested_at"],
          rows: days.twelve.sorted().map { [$0, VillageDays.vendor, "2026-03-09T10:00:00Z"] })
      }),
    CauseStory(
      name: "answers known late that push earlier ones out", metric: nps,
      expected: [
        .init(cause: "late", rows: 12, change: (12, 12)), .init(cause: "knock_on", rows: 12, change: (12, -12)),
      ],
      edit: { days in
        days.copyAnswers(of: days.twelve, to: "surveys-2026-03-09-late") {
          $0["response_id", $1] += "-later"
          $0["score", $1] = "10"
          $0["responded_at", $1] = "2026-03-02T12:00:00Z"
        }
      }),
    newDay,
    CauseStory(
      name: "answers of a day that is left behind", metric: nps,
      expected: [.init(cause: "aged_out", rows: 12, change: (12, -12))],
      settings: ["window": "{from: 2026-02-27T00:00:00Z, to: 2026-03-10T00:00:00Z}"]),
  ]

  /// Twelve promoters who answer on a day that the window takes in.
  static let newDay = CauseStory(
    name: "answers of a new day", metric: nps, expected: [.init(cause: "new", rows: 12, change: (12, 12))],
    settings: [
      "as_of": "2026-03-11T00:00:00Z", "window": "{from: 2026-02-26T00:00:00Z, to: 2026-03-11T00:00:00Z}",
    ],
    edit: { days in
      days.copyAnswers(of: days.twelve, to: "surveys-2026-03-10") {
        $0.makeNewPromoter($1)
        $0["invited_at", $1] = "2026-03-10T08:00:00Z"
        $0["responded_at", $1] = "2026-03-10T12:00:00Z"
      }
    })

  private static let answered = "reciprocity.answered"

  /// What may happen to threads: to twelve that nobody answered, or to eight that somebody did, where rows are edited.
  static let ofThreads: [CauseStory] = [
    CauseStory(
      name: "late events", metric: answered, expected: [.init(cause: "late", rows: 12, change: (12, 0))],
      edit: { days in
        days.copyFirstEvents(of: days.threads(answered: false).prefix(12), to: "interactions-2026-03-09-late") {
          $0["event_id", $1] += "-late"
          $0["at", $1] = "2026-02-23T12:00:00Z"
          $0["direction", $1] = "out"
          $0["agent_id", $1] = "robin"
        }
      }),
    CauseStory(
      name: "events that are gone from their dumps", metric: answered,
      expected: [.init(cause: "removed", rows: 8, change: (-8, 0))],
      edit: { days in
        days.editEvents(of: Set(days.threads(answered: true).prefix(8))) { !$0.isAnswer($1) }
      }),
    CauseStory(
      name: "events that are others", metric: answered,
      expected: [.init(cause: "corrected", rows: 8, change: (-8, 0))],
      edit: { days in
        days.editEvents(of: Set(days.threads(answered: true).prefix(8))) {
          if $0.isAnswer($1) { $0["direction", $1] = "internal" }
          return true
        }
      }),
    CauseStory(
      name: "a dump of events that is missing", metric: answered, expected: [.init(cause: "file_missing")],
      edit: { days in days.remove("interactions-2026-02-21") }),
    CauseStory(
      name: "threads of a day that the window takes in", metric: answered, expected: [.init(cause: "new")],
      settings: ["event_window": "{from: 2026-02-19T00:00:00Z, to: 2026-02-23T00:00:00Z}"]),
    CauseStory(
      name: "threads of a day that is left behind", metric: answered, expected: [.init(cause: "aged_out")],
      settings: ["event_window": "{from: 2026-02-20T00:00:00Z, to: 2026-02-22T00:00:00Z}"]),
  ]
}

extension VillageDays {
  /// Twelve lone detractors whose answers stand among others.
  var twelve: Set<String> { Set(loneDetractors.prefix(12)) }

  /// Copies the first event of each thread into a dump of its own, changed.
  fileprivate mutating func copyFirstEvents(
    of threads: some Sequence<String>, to name: String, _ edit: (inout DumpText, Int) -> Void
  ) {
    var rest = Set(threads)
    var copies = dumps["interactions-2026-02-19"]!.selecting { _ in false }
    for dump in dumps.keys.sorted() where dump.hasPrefix("interactions") {
      let table = dumps[dump]!
      for row in table.rows.indices where rest.remove(table["thread_id", row]) != nil {
        copies.rows.append(table.rows[row])
        edit(&copies, copies.rows.count - 1)
      }
    }
    put(copies, as: name)
  }
}

extension DumpText {
  /// Lets somebody who never answered before answer as a promoter.
  mutating func makeNewPromoter(_ row: Int, _ name: String = "new") {
    self["response_id", row] += "-\(name)"
    self["customer_id", row] += "-\(name)"
    self["score", row] = "10"
  }

  /// Whether an event is an outgoing message.
  fileprivate func isAnswer(_ row: Int) -> Bool {
    self["direction", row] == "out" && ["message", "promise", "resolved", "fulfilled"].contains(self["kind", row])
  }
}
