import RequiteModel

/// The follow-ups of some customers, found by customer.
struct FollowupBook {
  private let sorted: [MarkedFollowup]

  /// Sorts follow-ups, which come in any order.
  init(_ followups: [MarkedFollowup]) {
    sorted = followups.sorted { FollowupBook.precedes($0.followup, $1.followup) }
  }

  /// Those of a response's customer.
  func followups(of response: RowPlace<Response>) -> ArraySlice<MarkedFollowup> {
    guard !sorted.isEmpty else { return [] }
    let wanted = (response.pointee.vendor, response.pointee.customer)
    let start = place { ($0.vendor, $0.customer) < wanted }
    var end = start
    while end < sorted.count, (sorted[end].followup.vendor, sorted[end].followup.customer) == wanted { end += 1 }
    return sorted[start..<end]
  }

  /// What became of follow-ups: one kind of change, `corrected` for several, `nil` for none.
  static func change(of followups: ArraySlice<MarkedFollowup>) -> FactMark.Change? {
    var found: FactMark.Change?
    for followup in followups where followup.mark.change != .same {
      if let known = found, known != followup.mark.change { return .corrected }
      found = followup.mark.change
    }
    return found
  }

  private func place(where precedes: (Followup) -> Bool) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if precedes(sorted[middle].followup) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func precedes(_ left: Followup, _ right: Followup) -> Bool {
    (left.vendor, left.customer, left.at) < (right.vendor, right.customer, right.at)
  }
}
