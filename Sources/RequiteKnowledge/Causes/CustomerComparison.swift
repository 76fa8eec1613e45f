import RequiteModel
import RequiteScoring

/// The customers' half of a comparison: bucket by bucket, those who may count otherwise.
struct CustomerComparison {
  private let windows: (before: Window, after: Window)
  private let edges: TimeEdges
  private var changes: CustomerChanges
  private var customers = KeyTable(width: 3)
  private var places = GroupedPlaces()

  init(path: ChangePath, scales: CountedScales) {
    windows = (path.before.surveyWindow, path.moved.surveyWindow)
    edges = TimeEdges.responses(path)
    changes = CustomerChanges(path: path, scales: scales)
  }

  /// Looks at the customers of one bucket who were selected: all of their responses.
  mutating func add(
    _ responses: [Response], marks: [FactMark], followups: [MarkedFollowup], into sums: inout ChangeSums,
    counting facts: inout FactChangeCounts
  ) {
    for place in responses.indices where marks[place].stands {
      if marks[place].change != .same || lies(responses[place], in: edges) {
        count(responses[place], marks[place], &facts)
      }
    }
    gather(responses, marks)
    changes.add(responses, marks: marks, customers: places, followups: followups, into: &sums)
  }

  /// Brings the responses of each customer of a vendor together; those of one ledger come so.
  private mutating func gather(_ responses: [Response], _ marks: [FactMark]) {
    customers.removeAll()
    places.removeAll()
    var (vendor, customer, number) = (UInt32?.none, Pseudonym.none, 0)
    for place in responses.indices where marks[place].stands {
      if responses[place].customer != customer || responses[place].vendor != vendor {
        (vendor, customer) = (responses[place].vendor, responses[place].customer)
        number = customers.insert(customer.words(vendor: responses[place].vendor).span)
      }
      places.append(place, to: number)
    }
    places.group(count: customers.count)
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
