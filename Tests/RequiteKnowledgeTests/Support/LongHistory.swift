import RequiteModel
import RequiteTestSupport

/// Facts of 120 days in a dump for every ten days, most of them long before the period: threads and customers who are done,
/// and whatever refers back to them.
struct LongHistory {
  /// What refers back.
  struct Ties: OptionSet {
    let rawValue: Int
    /// Threads that go on for months.
    static let threads = Ties(rawValue: 1)
    /// Old rows that come again in later dumps, some of them with other content or another time.
    static let repeats = Ties(rawValue: 2)
    /// Rows that another dump knows of another thread or customer.
    static let moves = Ties(rawValue: 4)
    static let erasures = Ties(rawValue: 8)
    static let crosswalk = Ties(rawValue: 16)
  }

  private(set) var dumps: [Warehouse.Dump] = []
  private var random: SplitMix64

  init(seed: UInt64, _ ties: Ties = []) {
    random = SplitMix64(seed: seed)
    var events = (0..<150).flatMap { thread($0, ties) }
    var answers = (0..<200).map { answer($0) }
    if ties.contains(.repeats) {
      events += (0..<25).map { _ in again(events[number(events.count)]) }
      answers += (0..<25).map { _ in again(answers[number(answers.count)]) }
    }
    dumps = (0..<12).flatMap { slice in
      [
        Warehouse.Dump.interactions("\(slice)", events.filter { LongHistory.slice(of: $0.at) == slice }),
        .surveys("\(slice)", answers.filter { LongHistory.slice(of: $0.at ?? $0.invitedAt ?? 0) == slice }),
      ]
    }
    if ties.contains(.moves) { dumps += moved(events, answers) }
    if ties.contains(.erasures) { dumps.append(.erasures("0", ["c3", "c17"])) }
    if ties.contains(.crosswalk) { dumps.append(.crosswalk("0", ["c1": "c2", "c4": "c5", "c6": "c7"])) }
  }

  private static func slice(of day: Double) -> Int { min(11, Int(day / 10)) }

  private mutating func number(_ end: Int) -> Int { .random(in: 0..<end, using: &random) }

  private mutating func thread(_ number: Int, _ ties: Ties) -> [EventLine] {
    let begin = Double.random(in: 0..<118, using: &random)
    let isLong = ties.contains(.threads) && self.number(15) == 0
    let customer = "c\(self.number(60))"
    return (0..<1 + self.number(5)).map { place in
      let later = isLong ? Double.random(in: 0..<100, using: &random) : Double.random(in: 0..<4, using: &random)
      var event = EventLine(
        id: "e\(number)-\(place)", thread: "t\(number)", vendor: number % 3 == 0 ? "bolt" : "acme", customer: customer,
        at: min(119.9, begin + (place == 0 ? 0 : later)))
      if place > 0 {
        event.direction = Bool.random(using: &random) ? "out" : "in"
        event.agent = event.direction == "out" ? "a\(self.number(4))" : ""
        if event.direction == "out", self.number(3) == 0 { event.kind = "survey_followup" }
      }
      event.region = ["north", "south"][self.number(2)]
      return event
    }
  }

  private mutating func answer(_ number: Int) -> ResponseLine {
    let at = Double.random(in: 0..<120, using: &random)
    var row = ResponseLine(id: "r\(number)", customer: "c\(self.number(60))", score: self.number(11), at: at)
    row.vendor = number % 3 == 0 ? "bolt" : "acme"
    row.region = ["north", "south"][self.number(2)]
    if self.number(6) == 0 { (row.at, row.score, row.invitedAt, row.status) = (nil, nil, at, "invited") }
    return row
  }

  /// An event again: the same, with other content, of another revision, or at a later time.
  private mutating func again(_ event: EventLine) -> EventLine {
    var event = event
    if number(2) == 0 { event.at = min(119.9, event.at + Double(number(40))) }
    if number(2) == 0 { event.kind = "resolved" }
    if number(2) == 0 { event.revision = number(3) }
    return event
  }

  /// A response again, in the same ways.
  private mutating func again(_ answer: ResponseLine) -> ResponseLine {
    var answer = answer
    if number(2) == 0, let at = answer.at { answer.at = min(119.9, at + Double(number(40))) }
    if number(2) == 0, answer.score != nil { answer.score = 0 }
    if number(2) == 0 { answer.revision = number(3) }
    return answer
  }

  /// Some rows as of another thread or customer, in a dump of their own.
  private mutating func moved(_ events: [EventLine], _ answers: [ResponseLine]) -> [Warehouse.Dump] {
    let otherEvents = (0..<3).map { _ in
      var row = events[number(events.count)]
      (row.thread, row.revision) = ("t\(number(150))", number(2))
      return row
    }
    let otherAnswers = (0..<3).map { _ in
      var row = answers[number(answers.count)]
      (row.customer, row.revision) = ("c\(number(60))", number(2))
      return row
    }
    return [.interactions("moved", otherEvents), .surveys("moved", otherAnswers)]
  }
}
