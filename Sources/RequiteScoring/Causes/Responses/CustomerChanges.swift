import RequiteModel

/// What the responses of customers add at each point of a path, and what differs from point to point.
///
///     var changes = CustomerChanges(path: path, scales: scales)
///     changes.add(responses, marks: marks, customers: places, followups: followups, into: &sums)
///
/// Every customer who may count otherwise must come whole: all responses of both sides, and all follow-ups. Customers of
/// whom nothing can have changed may come or not.
public struct CustomerChanges {
  private let steps: [ChangeStep]
  private let movement: Movement
  private var judges: [CustomerJudge]
  /// What each response of a customer adds, point after point; a buffer.
  private var parts: [ResponsePart] = []
  /// Where the parts of each point begin; points between which nothing can differ share theirs.
  private var starts: [Int] = []
  /// What a customer's responses tell at each point; a buffer.
  private var traces: [CustomerTraces] = []
  /// The responses of one side; a buffer.
  private var places: [UInt32] = []

  /// Prepares to judge at every point.
  public init(path: ChangePath, scales: CountedScales) {
    steps = ChangeStep.all(of: path)
    movement = Movement(path)
    judges = path.points.indices.map { CustomerJudge(plan: path.plan(at: $0), scales: scales) }
  }

  /// Adds what became of some customers.
  ///
  /// - Parameters:
  ///   - responses: the responses of a bucket.
  ///   - marks: a mark for each.
  ///   - customers: the responses that stand on either side of each customer who is to be looked at.
  ///   - followups: follow-ups of the same customers and of others, in any order.
  ///   - sums: what everything is added to.
  public mutating func add(
    _ responses: [Response], marks: [FactMark], customers: GroupedPlaces, followups: [MarkedFollowup],
    into sums: inout ChangeSums
  ) {
    let book = FollowupBook(followups)
    customers.forEachGroup(of: responses, with: marks) { rows, marks in
      addCustomer(MarkedRows(rows: rows, marks: marks), book.followups(of: rows.place(0)), &sums)
    }
  }

  private mutating func addCustomer(
    _ rows: MarkedRows<Response>, _ followups: ArraySlice<MarkedFollowup>, _ sums: inout ChangeSums
  ) {
    parts.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    traces.removeAll(keepingCapacity: true)
    let followupChange = FollowupBook.change(of: followups)
    let areSame = rows.areSame && followupChange == nil
    for point in steps.indices {
      if areSame, steps[point].kind == .knowledge {
        starts.append(starts[point - 1])
        traces.append(traces[point - 1])
      } else {
        starts.append(parts.count)
        judge(rows, followups, at: point)
      }
    }
    for point in steps.indices.dropFirst() where starts[point] != starts[point - 1] {
      for index in 0..<rows.count { compare(index, rows, at: point, followupChange, &sums) }
    }
    sums.endCustomer()
    sums.coverage.add(traces, of: rows)
  }

  /// Appends what each response adds at a point, and what they tell of the customer.
  private mutating func judge(
    _ rows: MarkedRows<Response>, _ followups: ArraySlice<MarkedFollowup>, at point: Int
  ) {
    let isAfter = steps[point].knowsAfter
    places.removeAll(keepingCapacity: true)
    for index in 0..<rows.count where rows.mark(index).stands(after: isAfter) {
      places.append(rows.rows.number(index))
    }
    let start = parts.count
    parts.append(contentsOf: repeatElement(ResponsePart(), count: rows.count))
    traces.append([])
    guard !places.isEmpty else { return }
    let known = followups.isEmpty ? [] : followups.filter { $0.mark.stands(after: isAfter) }.map(\.followup)
    // Taken out, since the judge is lent to itself.
    var parts = [ResponsePart]()
    swap(&parts, &self.parts)
    rows.rows.withRange(at: places) { responses in
      judges[point].judge(responses, followups: known) { place, set in set(&parts[start + rows.index(of: place)]) }
    }
    swap(&parts, &self.parts)
    traces[point] = judges[point].traces
  }

  /// Adds what became of one response in the step to a point.
  private func compare(
    _ index: Int, _ rows: MarkedRows<Response>, at point: Int, _ followups: FactMark.Change?,
    _ sums: inout ChangeSums
  ) {
    let (step, mark) = (steps[point], rows.mark(index))
    guard let later = step.kind == .knowledge ? laterRow(of: index, rows) : index else { return }
    let (old, new) = (parts[starts[point - 1] + index], parts[starts[point] + later])
    if later == index, old.isSame(as: new) { return }
    let oldAnswer = sums.contribution(of: old, .answer, rows.place(index))
    let newAnswer = sums.contribution(of: new, .answer, rows.place(later))
    let hasMoved = !(oldAnswer == newAnswer)
    let customer = rows.place(later).pointee.customer
    let moment = rows.place(later).pointee.at
    let origin = step.origin(
      of: step.kind == .knowledge ? mark.change.kind : movement.kind(of: moment), customer: customer)
    if hasMoved { sums.add(oldAnswer, newAnswer, origin) }
    sums.add(old.perception(of: rows.place(index)), new.perception(of: rows.place(later)), origin)
    let oldLoop = sums.contribution(of: old, .loop, rows.place(index))
    let newLoop = sums.contribution(of: new, .loop, rows.place(later))
    guard !(oldLoop == newLoop) else { return }
    // A case goes with its answer; where the answer stays as it is, follow-ups or the time allowed decide.
    let kind: Cause.Kind
    if step.kind == .knowledge {
      kind = mark.change != .same || hasMoved ? mark.change.kind : followups?.kind ?? .knockOn
    } else {
      kind = hasMoved ? movement.kind(of: moment) : movement.onward
    }
    sums.add(oldLoop, newLoop, step.origin(of: kind, customer: customer))
  }

  /// The row that tells what became of a fact when other facts are known; `nil` where another row's turn tells it.
  ///
  /// A corrected response is two rows of one fact. Where both are this customer's, they are compared as one.
  private func laterRow(of index: Int, _ rows: MarkedRows<Response>) -> Int? {
    let mark = rows.mark(index)
    guard mark.change == .corrected else { return index }
    let identity = rows.place(index).pointee.identity
    let twin = (0..<rows.count).first { $0 != index && rows.place($0).pointee.identity == identity }
    guard let twin else { return index }
    return mark.standsBefore ? twin : nil
  }
}

extension ChangeSums {
  /// What a response adds, and where.
  fileprivate mutating func contribution(
    of part: ResponsePart, _ section: ResponsePart.Section, _ row: RowPlace<Response>
  ) -> Contribution {
    let values = part.values(section, of: row)
    guard values.count > 0 else { return Contribution() }
    return Contribution(
      group: group(vendor: row.pointee.vendor, channel: row.pointee.channel, levels: row.pointee.levels),
      values: values)
  }
}
