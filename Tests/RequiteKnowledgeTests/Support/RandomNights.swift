import RequiteModel
import RequiteTestSupport

/// Two nights over random facts: what was known in the first, and what in the second.
struct RandomNights {
  /// What may differ between the nights.
  struct Kinds: OptionSet {
    let rawValue: Int
    static let late = Kinds(rawValue: 1)
    static let corrected = Kinds(rawValue: 2)
    static let removed = Kinds(rawValue: 4)
    static let missing = Kinds(rawValue: 8)
    static let erased = Kinds(rawValue: 16)
    static let moved = Kinds(rawValue: 32)
    static let linked = Kinds(rawValue: 64)
    static let knowledge: Kinds = [.late, .corrected, .removed, .missing, .erased, .moved]
  }

  private(set) var before: [Warehouse.Dump] = []
  private(set) var after: [Warehouse.Dump] = []
  private var generator: SplitMix64
  /// Draws what stands beside the rest, so that the rest is the same with it and without.
  private var others: SplitMix64
  private let scales: [String]

  init(seed: UInt64, _ kinds: Kinds = .knowledge, scales: [String] = ["0-10", "0-10", "0-10", "1-7"]) {
    generator = SplitMix64(seed: seed)
    others = SplitMix64(seed: ~seed)
    self.scales = scales
    let responses = (0..<160).map { response($0) }
    let events = (0..<420).map { event($0) }
    let (first, second) = (deal(responses, into: 4), deal(events, into: 4))
    before = (0..<4).flatMap {
      [Warehouse.Dump.surveys("\($0)", first[$0]), .interactions("\($0)", second[$0])]
    }
    before.append(.erasures("0", ["c1"]))
    let (ownAnswers, revenues) = ((0..<30).map { ownAnswer($0) }, revenues())
    before += [.surveys("self", ownAnswers), .revenue("0", revenues.first), .revenue("2", revenues.last)]
    after = before
    change(kinds, first, second)
    changeWhatStandsBeside(kinds, ownAnswers, revenues.first)
  }

  private mutating func change(_ kinds: Kinds, _ responses: [[ResponseLine]], _ events: [[EventLine]]) {
    var (lateResponses, lateEvents) = ([ResponseLine](), [EventLine]())
    if kinds.contains(.late) {
      lateResponses += (1000..<1025).map { response($0) }
      lateEvents += (1000..<1060).map { event($0) }
    }
    if kinds.contains(.corrected) {
      lateResponses += responses[0].prefix(12).map { corrected($0) }
      lateEvents += events[0].prefix(20).map { corrected($0) }
    }
    if kinds.contains(.moved) {
      lateResponses += responses[1].prefix(5).map { row in
        var row = row
        (row.customer, row.revision) = ("c\(number(30))", 5)
        return row
      }
      lateEvents += events[1].prefix(5).map { row in
        var row = row
        (row.thread, row.revision) = ("t\(number(90))", 5)
        return row
      }
    }
    after += [.surveys("late", lateResponses), .interactions("late", lateEvents)]
    if kinds.contains(.erased) { after.append(.erasures("1", ["c2", "c3"])) }
    if kinds.contains(.linked) {
      before.append(.crosswalk("0", ["c4": "c5", "c6": "c7", "c8": "p8"]))
      after.append(.crosswalk("0", ["c4": "c5", "c6": "c9", "c10": "c11", "c12": "c2", "c3": "c13", "c14": "c15"]))
    }
    if kinds.contains(.removed) {
      replace(.surveys("1", Array(responses[1].dropLast(8))))
      replace(.interactions("1", Array(events[1].dropLast(15))))
    }
    if kinds.contains(.missing) {
      after.removeAll { $0.name == "surveys-2.csv" || $0.name == "interactions-2.csv" }
    }
  }

  /// Changes what vendors say of themselves, and what customers brought in.
  private mutating func changeWhatStandsBeside(
    _ kinds: Kinds, _ ownAnswers: [ResponseLine], _ revenues: [RevenueLine]
  ) {
    var (answers, years) = (ownAnswers, revenues)
    if kinds.contains(.removed) {
      answers.removeFirst(4)
      years.removeFirst(6)
    }
    if kinds.contains(.corrected) {
      for place in answers.indices.prefix(8) {
        answers[place].revision = 2
        if place % 2 == 0 { answers[place].survey = survey() } else { answers[place].score = 1 + place % 5 }
      }
      for place in years.indices.prefix(10) { years[place].amount += 7 }
    }
    replace(.surveys("self", answers))
    replace(.revenue("0", years))
    if kinds.contains(.missing) { after.removeAll { $0.name == "revenue-2.csv" } }
    guard kinds.contains(.late) else { return }
    after.append(.surveys("self-late", (100..<106).map { ownAnswer($0) }))
    after.append(.revenue("late", (30..<36).map { RevenueLine(customer: "c\($0)", year: 2025, amount: 500) }))
  }

  private mutating func replace(_ dump: Warehouse.Dump) {
    guard let place = after.firstIndex(where: { $0.name == dump.name }) else { return }
    after[place] = dump
  }

  /// The rows in some dumps, a tenth of them in two.
  private mutating func deal<Row>(_ rows: [Row], into parts: Int) -> [[Row]] {
    var dealt = [[Row]](repeating: [], count: parts)
    for row in rows {
      dealt[number(parts)].append(row)
      if number(10) == 0 { dealt[number(parts)].append(row) }
    }
    return dealt
  }

  private mutating func number(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }

  private mutating func pick<Choice>(_ choices: [Choice]) -> Choice { choices[number(choices.count)] }

  private mutating func time() -> Double { Double(number(45 * 86_400)) / 86_400 }

  private mutating func response(_ place: Int) -> ResponseLine {
    let instrument = pick(["nps", "nps", "nps", "csat", "ces", "enps", "votes", "other"])
    let isVotes = instrument == "votes"
    let isAnswered = number(5) > 0
    let at = time()
    var row = ResponseLine(
      id: "r\(place)", vendor: pick(["acme", "acme", "bolt"]), customer: "c\(number(30))", instrument: instrument,
      scale: isVotes ? "net" : pick(scales), weight: pick(["1", "1", "2.5"]), channel: pick(["email", "chat", ""]),
      region: pick(["north", "south", ""]))
    row.invitedAt = number(2) == 0 ? max(0, at - 1) : nil
    if isAnswered {
      row.at = at
      row.score = isVotes ? number(5) - 2 : 1 + number(row.scale == "1-7" ? 7 : 10)
      row.votes = isVotes ? 2 + 2 * number(3) + (row.score ?? 0) : nil
      row.status = pick(["", "", "partial"])
      if isVotes, let votes = row.votes, let score = row.score { row.votes = max(votes, abs(score)) }
    } else {
      row.invitedAt = at
      row.status = pick(["invited", "bounced", "refused", "suppressed"])
    }
    if isVotes, let votes = row.votes, let score = row.score, (votes + score) % 2 != 0 { row.votes = votes + 1 }
    if instrument == "csat" { row.survey = survey() }
    return row
  }

  /// A wording: of the last one hardly anybody speaks, so that it often has answers of one side only.
  private mutating func survey() -> String {
    ["", "w1", "w1", "w2", "w2", "w3"][Int.random(in: 0..<6, using: &others)]
  }

  /// What somebody says for the vendor.
  private mutating func ownAnswer(_ place: Int) -> ResponseLine {
    var row = ResponseLine(
      id: "s\(place)", vendor: place % 3 == 0 ? "bolt" : "acme", customer: "v\(place % 7)", instrument: "self",
      scale: scales[place % scales.count], weight: place % 4 == 0 ? "2.5" : "1")
    row.score = 1 + Int.random(in: 0..<(row.scale == "1-7" ? 7 : 10), using: &others)
    row.at = Double(Int.random(in: 0..<45 * 86_400, using: &others)) / 86_400
    row.survey = survey()
    row.account = place % 5 == 0 ? "head-office" : ""
    return row
  }

  /// What customers brought in in three years, in two parts.
  private mutating func revenues() -> (first: [RevenueLine], last: [RevenueLine]) {
    var rows: [RevenueLine] = []
    for (vendor, customer, year) in (0..<180).map({ ($0 % 2, $0 / 2 % 30, 2023 + $0 / 60) }) {
      guard Int.random(in: 0..<4, using: &others) > 0 else { continue }
      rows.append(
        RevenueLine(
          vendor: ["acme", "bolt"][vendor], customer: "c\(customer)", year: year,
          amount: Int.random(in: -50...1000, using: &others),
          acquiredBy: ["", "earned", "bought"][Int.random(in: 0..<3, using: &others)]))
    }
    rows.shuffle(using: &others)
    return (Array(rows.prefix(80)), Array(rows.dropFirst(80)))
  }

  private mutating func event(_ place: Int) -> EventLine {
    let thread = number(90)
    let start = Double(thread) / 2
    var row = EventLine(
      id: "e\(place)", thread: "t\(thread)", vendor: thread % 3 == 0 ? "bolt" : "acme", customer: "c\(thread % 30)",
      at: start + Double(number(4 * 86_400)) / 86_400 * (number(4) == 0 ? 2 : 0.4),
      channel: pick(["chat", "email", "overheard"]), direction: pick(["in", "in", "out", "out"]),
      kind: pick(["message", "message", "resolved", "promise", "fulfilled", "change", "consent", "survey_followup"]),
      agent: pick(["", "ann", "bob", "bot:x"]), region: pick(["north", "south"]))
    if number(12) == 0 { row.customer = "c\(number(30))" }
    if row.agent == "bob", place % 3 == 0 { row.agent = "unknown:7" }
    if row.direction == "in" { row.agent = "" }
    if row.kind == "survey_followup" { row.direction = "out" }
    if row.kind == "change" { row.value = pick(["-5", "5"]) }
    return row
  }

  private mutating func corrected(_ row: ResponseLine) -> ResponseLine {
    var row = row
    row.revision = 2
    switch number(4) {
    case 0: row.region = "west"
    case 1: row.channel = "phone"
    case 2: row.weight = "4"
    default:
      if row.score != nil, row.instrument != "votes" { row.score = 1 + number(7) }
    }
    return row
  }

  private mutating func corrected(_ row: EventLine) -> EventLine {
    var row = row
    row.revision = 2
    switch number(3) {
    case 0: row.channel = "phone"
    case 1: row.at += 0.25
    default: row.region = "west"
    }
    return row
  }
}
