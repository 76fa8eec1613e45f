import RequiteModel

/// Customers in many small cells, each with one answer or refusal and one thread of the same segment, channel and month:
/// whatever is counted of them adds up along every dimension and along the months.
struct SmallCells {
  private(set) var events: [EventSpec] = []
  private(set) var responses: [ResponseSpec] = []

  init(seed: UInt64, customers: Int = 200) {
    var generator = SeededGenerator(seed: seed)
    for place in 0..<customers {
      let vendor = Int.random(in: 0..<3, using: &generator) == 0 ? "bolt" : "acme"
      // The lesser of two draws: small numbers are common, great ones are rare.
      func draw(_ count: Int) -> Int {
        min(Int.random(in: 0..<count, using: &generator), Int.random(in: 0..<count, using: &generator))
      }
      let segment = ["corp", "gov", "ngo", "smb", ""][draw(5)]
      let channel = ["email", "chat", "sms"][draw(3)]
      let at = Int64(draw(3)) * 31 * Night.day
      let isAnswered = Bool.random(using: &generator)
      let score = ([10, 8, 0, nil] as [Int32?]).randomElement(using: &generator)!
      responses.append(
        ResponseSpec(
          id: "r\(place)", vendor: vendor, customer: "c\(place)", account: draw(4) == 3 ? "a\(draw(6))" : "",
          score: score, at: score == nil ? nil : at, invitedAt: at, status: score == nil ? .refused : .complete,
          channel: channel, levels: [segment]))
      events += [EventSpec].thread(
        of: "c\(place)", vendor: vendor, at: at, on: channel, answeredAfter: isAnswered ? 9 : nil, levels: [segment])
    }
  }

  /// The customers as a night that shows cells of ten and more.
  var night: Night {
    Night(
      events: events, responses: responses,
      settings: Night.settings {
        ($0.dimensions, $0.suppressionMinimum) = (["segment", "channel"], 10)
        ($0.periods, $0.sensitivityDraws) = (.month, 5)
      })
  }
}
