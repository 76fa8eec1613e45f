import RequiteModel
import RequiteScoring

/// The customers' half of a comparison: bucket by bucket, those who may count otherwise.
struct CustomerComparison {
  private let path: ChangePath
  private let edges: TimeEdges
  private var changes: CustomerChanges
  private var affected = KeyTable(width: 3)

  init(path: ChangePath, scales: CountedScales) {
    self.path = path
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
    guard path.hasSettings || affected.count > 0 else { return }
    var (rows, rowMarks) = ([Response](), [FactMark]())
    for place in responses.indices where marks[place].stands {
      guard path.hasSettings || isAffected(responses[place].vendor, responses[place].customer) else { continue }
      rows.append(responses[place])
      rowMarks.append(marks[place])
    }
    changes.add(rows, marks: rowMarks, followups: followups, into: &sums)
  }

  private static func key(_ vendor: UInt32, _ customer: Pseudonym) -> InlineArray<3, UInt64> {
    [UInt64(vendor), customer.high, customer.low]
  }

  private func isAffected(_ vendor: UInt32, _ customer: Pseudonym) -> Bool {
    let key = CustomerComparison.key(vendor, customer)
    return affected.number(of: key.span) != nil
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
    let before = response.at.map(path.before.surveyWindow.contains) ?? false
    let after = response.at.map(path.moved.surveyWindow.contains) ?? false
    facts.add(mark, .surveys, wasDue: before || !after)
    guard mark.change == .same else { return }
    if after && !before { facts.add(Cause(.period, .new), .surveys) }
    if before && !after { facts.add(Cause(.period, .agedOut), .surveys) }
  }
}
