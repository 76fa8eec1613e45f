import RequiteModel
import RequiteScoring

/// The customers' half of a comparison: bucket by bucket, those who may count otherwise.
struct CustomerComparison {
  private let looksAtAll: Bool
  private let windows: (before: Window, after: Window)
  private let edges: TimeEdges
  private var changes: CustomerChanges
  private var affected = KeyTable(width: 3)
  private var places = GroupedPlaces()

  init(path: ChangePath, scales: CountedScales) {
    looksAtAll = path.hasSettings
    windows = (path.before.surveyWindow, path.moved.surveyWindow)
    edges = TimeEdges.responses(path)
    changes = CustomerChanges(path: path, scales: scales)
  }

  /// Looks at one bucket.
  mutating func add(
    _ responses: [Response], marks: [FactMark], followups: [MarkedFollowup], into sums: inout ChangeSums,
    counting facts: inout FactChangeCounts
  ) {
    affected.removeAll()
    for followup in followups where followup.mark.change != .same {
      let key = CustomerComparison.key(followup.followup.vendor, followup.followup.customer)
      affected.insert(key.span)
    }
    findAffected(among: responses, marks, &facts)
    guard looksAtAll || affected.count > 0 else { return }
    gather(responses, marks)
    changes.add(responses, marks: marks, customers: places, followups: followups, into: &sums)
  }

  /// Collects the responses of the customers who are looked at; those of one ledger come together.
  private mutating func gather(_ responses: [Response], _ marks: [FactMark]) {
    places.removeAll()
    var (vendor, customer, number) = (UInt32?.none, Pseudonym.none, Int?.none)
    for place in responses.indices where marks[place].stands {
      if responses[place].customer != customer || responses[place].vendor != vendor {
        (vendor, customer) = (responses[place].vendor, responses[place].customer)
        let key = CustomerComparison.key(responses[place].vendor, customer)
        number = looksAtAll ? affected.insert(key.span) : affected.number(of: key.span)
      }
      if let number { places.append(place, to: number) }
    }
    places.group(count: affected.count)
  }

  private static func key(_ vendor: UInt32, _ customer: Pseudonym) -> InlineArray<3, UInt64> {
    [UInt64(vendor), customer.high, customer.low]
  }

  private mutating func findAffected(
    among responses: [Response], _ marks: [FactMark], _ facts: inout FactChangeCounts
  ) {
    for place in responses.indices where marks[place].stands {
      let mark = marks[place]
      let isEdge = lies(responses[place], in: edges)
      guard mark.change != .same || isEdge else { continue }
      count(responses[place], mark, &facts)
      let key = CustomerComparison.key(responses[place].vendor, responses[place].customer)
      affected.insert(key.span)
    }
  }

  private func lies(_ response: Response, in edges: TimeEdges) -> Bool {
    if let moment = response.respondedAt, edges.contains(moment) { return true }
    if let moment = response.invitedAt, edges.contains(moment) { return true }
    return false
  }

  private func count(_ response: Response, _ mark: FactMark, _ facts: inout FactChangeCounts) {
    let before = response.at.map(windows.before.contains) ?? false
    let after = response.at.map(windows.after.contains) ?? false
    facts.add(mark, .surveys, wasDue: before || !after)
    guard mark.change == .same else { return }
    if after && !before { facts.add(Cause(.period, .new), .surveys) }
    if before && !after { facts.add(Cause(.period, .agedOut), .surveys) }
  }
}
