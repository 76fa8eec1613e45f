import RequiteModel

/// What the responses of customers add at each point of a path, and what differs from point to point.
///
///     var changes = CustomerChanges(path: path, scales: scales)
///     changes.add(responses, marks: marks, followups: followups, into: &sums)
///
/// Every customer who may count otherwise must come whole: all responses of both sides, and all follow-ups. Customers of
/// whom nothing can have changed may come or not.
public struct CustomerChanges {
  private let path: ChangePath
  private let causes: ChangeCauses
  private var judges: [CustomerJudge]
  /// What each response of a customer adds, point after point; a buffer.
  private var parts: [ResponsePart] = []
  /// The responses of one side; a buffer.
  private var places: [UInt32] = []

  /// Prepares to judge at every point.
  public init(path: ChangePath, scales: CountedScales) {
    self.path = path
    causes = ChangeCauses(path)
    judges = path.points.indices.map { CustomerJudge(plan: path.plan(at: $0), scales: scales) }
  }

  /// Adds what became of the customers of some responses.
  ///
  /// - Parameters:
  ///   - responses: the responses that stand on either side, in any order.
  ///   - marks: a mark for each.
  ///   - followups: follow-ups of the same customers and of others, in any order.
  public mutating func add(
    _ responses: [Response], marks: [FactMark], followups: [MarkedFollowup], into sums: inout ChangeSums
  ) {
    let order = responses.indices.sorted { responses[$0].comesBefore(responses[$1]) }
    let rows = order.map { responses[$0] }
    let marks = order.map { marks[$0] }
    let book = FollowupBook(followups)
    var start = 0
    while start < rows.count {
      var end = start + 1
      while end < rows.count, rows[end].isOfSameCustomer(as: rows[start]) { end += 1 }
      rows.withUnsafeBufferPointer { rows in
        addCustomer(rows, start..<end, marks, book.followups(of: rows[start]), &sums)
      }
      start = end
    }
  }

  private mutating func addCustomer(
    _ rows: UnsafeBufferPointer<Response>, _ range: Range<Int>, _ marks: [FactMark],
    _ followups: ArraySlice<MarkedFollowup>, _ sums: inout ChangeSums
  ) {
    parts.removeAll(keepingCapacity: true)
    for point in path.points.indices { judge(rows, range, marks, followups, at: point, &sums) }
    let followupChange = FollowupBook.change(of: followups)
    for point in path.points.indices.dropFirst() {
      for place in range {
        compare(place, range, rows, marks, at: point, followupChange: followupChange, &sums)
      }
    }
    sums.endCustomer()
  }

  /// Appends what each response adds at a point.
  private mutating func judge(
    _ rows: UnsafeBufferPointer<Response>, _ range: Range<Int>, _ marks: [FactMark],
    _ followups: ArraySlice<MarkedFollowup>, at point: Int, _ sums: inout ChangeSums
  ) {
    let isAfter = path.points[point].knowsAfter
    places.removeAll(keepingCapacity: true)
    for place in range where marks[place].stands(after: isAfter) { places.append(UInt32(place)) }
    let first = parts.count
    parts.append(contentsOf: repeatElement(ResponsePart(), count: range.count))
    guard !places.isEmpty else { return }
    let known = followups.filter { $0.mark.stands(after: isAfter) }.map(\.followup)
    places.withUnsafeBufferPointer { places in
      judges[point].judge(FactRange(places, of: rows), followups: known) { place, part in
        let number = first + (place - rows.baseAddress.unsafelyUnwrapped) - range.lowerBound
        part(&parts[number])
      }
    }
    for place in range where parts[first + place - range.lowerBound].counts {
      parts[first + place - range.lowerBound].group = Int32(
        sums.group(vendor: rows[place].vendor, channel: rows[place].channel, levels: rows[place].levels))
    }
  }

  /// Adds what became of one response in the step to a point.
  private func compare(
    _ place: Int, _ range: Range<Int>, _ rows: UnsafeBufferPointer<Response>, _ marks: [FactMark], at point: Int,
    followupChange: FactMark.Change?, _ sums: inout ChangeSums
  ) {
    let step = path.points[point].step
    var later = place
    if step == .knowledge, marks[place].change == .corrected {
      // A corrected response is two rows of one fact; where both are this customer's, they are compared as one.
      let twin = range.first { $0 != place && rows[$0].identity == rows[place].identity }
      if let twin {
        guard marks[place].standsBefore else { return }
        later = twin
      }
    }
    let old = parts[(point - 1) * range.count + place - range.lowerBound]
    let new = parts[point * range.count + later - range.lowerBound]
    guard old != new else { return }
    let change = ResponseChange(
      old: old, new: new, row: rows[later], mark: marks[place], followups: followupChange, path: path)
    for (part, kind) in [(ResponsePart.Section.answer, change.answerKind(step)), (.loop, change.loopKind(step))] {
      sums.add(
        old.contribution(part), new.contribution(part),
        causes.origin(of: kind, at: point, customer: rows[place].customer))
    }
  }
}

/// What one response adds at one point.
struct ResponsePart: BitwiseCopyable, Sendable {
  /// The parts whose causes may differ.
  enum Section {
    /// As an answer and an invitation.
    case answer
    /// As a detractor's case, which depends on follow-ups too.
    case loop
  }

  /// The number of its group of cells.
  var group: Int32 = -1
  /// What it adds as an answer and as an invitation.
  var answer = MetricValues()
  /// What it adds as a detractor's case.
  var loop = MetricValues()

  /// Whether it adds anything.
  var counts: Bool { answer.count + loop.count > 0 }

  /// One section of it.
  func contribution(_ section: Section) -> Contribution {
    guard group >= 0 else { return Contribution() }
    return Contribution(group: Int(group), values: section == .answer ? answer : loop)
  }

  static func != (left: ResponsePart, right: ResponsePart) -> Bool {
    !(left.group == right.group && left.answer == right.answer && left.loop == right.loop)
  }
}

/// A response that adds something else than before, on the way to its cause.
private struct ResponseChange {
  let old: ResponsePart
  let new: ResponsePart
  let row: Response
  let mark: FactMark
  /// What became of the customer's follow-ups, `nil` for nothing.
  let followups: FactMark.Change?
  let path: ChangePath

  func answerKind(_ step: ChangePath.Step) -> Cause.Kind {
    switch step {
    case .knowledge: mark.change.kind
    case .period: periodKind
    case .start, .setting: .knockOn
    }
  }

  /// A case goes with its answer; where the answer stays as it is, follow-ups or the time allowed decide.
  func loopKind(_ step: ChangePath.Step) -> Cause.Kind {
    let answerMoved = !(old.contribution(.answer) == new.contribution(.answer))
    switch step {
    case .knowledge:
      if mark.change != .same || answerMoved { return mark.change.kind }
      return followups?.kind ?? .knockOn
    case .period:
      if answerMoved { return periodKind }
      return path.before.asOf < path.moved.asOf ? .new : .agedOut
    case .start, .setting: return .knockOn
    }
  }

  private var periodKind: Cause.Kind {
    guard let moment = row.at else { return .knockOn }
    let (before, after) = (path.before.surveyWindow.contains(moment), path.moved.surveyWindow.contains(moment))
    if after && !before { return .new }
    return before && !after ? .agedOut : .knockOn
  }
}

/// Judges the responses of a customer under the settings of one point.
private struct CustomerJudge {
  private var latest: LatestResponses
  private let loop: ClosedLoop
  private let window: Window
  private let scales: CountedScales
  private let isPooled: Bool
  private var cases: [ClosedLoop.Case] = []

  init(plan: Plan, scales: CountedScales) {
    latest = LatestResponses(settings: plan.settings, cells: CellPlan(plan: plan))
    loop = ClosedLoop(settings: plan.settings)
    window = plan.settings.surveyWindow
    isPooled = plan.settings.poolsScales
    self.scales = scales
  }

  /// Calls `body` with each response that adds something and with what it adds.
  mutating func judge(
    _ responses: FactRange<Response>, followups: [Followup],
    _ body: (UnsafePointer<Response>, (inout ResponsePart) -> Void) -> Void
  ) {
    latest.look(through: responses)
    for standing in latest.standing where scales.counts(standing, pooling: isPooled) {
      body(standing.place) { $0.answer = MetricValues(of: standing) }
    }
    for index in responses.indices {
      let place = responses.pointer(index)
      guard let disposition = Disposition(of: place, in: window) else { continue }
      body(place) { $0.answer.append(disposition) }
    }
    let places = (0..<UInt32(followups.count)).map { $0 }
    followups.withUnsafeBufferPointer { rows in
      places.withUnsafeBufferPointer { places in
        loop.findCases(among: latest.standing, followups: FactRange(places, of: rows), into: &cases)
      }
    }
    for found in cases { body(found.place) { $0.loop = MetricValues(closedLoop: found.cases) } }
  }
}

/// The follow-ups of some customers, found by customer.
struct FollowupBook {
  private let sorted: [MarkedFollowup]

  init(_ followups: [MarkedFollowup]) {
    sorted = followups.sorted { FollowupBook.precedes($0.followup, $1.followup) }
  }

  /// Those of a response's customer.
  func followups(of response: Response) -> ArraySlice<MarkedFollowup> {
    let wanted = (response.vendor, response.customer)
    let start = place { ($0.vendor, $0.customer) < wanted }
    let end = place { ($0.vendor, $0.customer) <= wanted }
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

extension Response {
  fileprivate func isOfSameCustomer(as other: Response) -> Bool {
    vendor == other.vendor && customer == other.customer
  }

  /// Orders by vendor and customer; among the responses of one, by nothing that depends on arrival.
  fileprivate func comesBefore(_ other: Response) -> Bool {
    if vendor != other.vendor { return vendor < other.vendor }
    return customer != other.customer ? customer < other.customer : identity < other.identity
  }
}
