import RequiteModel

/// How many responses of the survey window disagreed with another row of their id, by vendor.
struct ConflictCounts {
  private var counts: [Int64]
  private let window: Window

  init(plan: Plan) {
    counts = Array(repeating: 0, count: plan.vendors.count)
    window = plan.settings.surveyWindow
  }

  /// Adds the responses of one customer.
  mutating func add(_ responses: FactRange<Response>) {
    for index in responses.indices {
      let response = responses.place(index)
      guard response.pointee.conflicts, let moment = response.pointee.at, window.contains(moment) else { continue }
      counts[Int(response.pointee.vendor)] += 1
    }
  }

  /// Moves the counts to the state.
  func finish(into tables: inout StateTables) {
    tables.update(.responseConflicts) { tally in
      for (vendor, count) in counts.enumerated() where count > 0 { tally.add([Int128(count)], to: [UInt64(vendor)]) }
    }
  }
}
