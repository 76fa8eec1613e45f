import RequiteModel

/// The customers of whom something else is known at one point of a path than at another, and what is known at each.
///
/// Shares of customers join what a customer answered with all of the customer's threads. Who is touched is found first, in
/// responses and in threads that changed; then everybody in the book is looked at whole, and point is compared with point.
/// METHODS B14, and the link rates of B9.
///
/// Memory: about 50 bytes for each customer who is touched.
public struct CoverageBook {
  /// What became of the facts of a customer, apart by what they tell.
  struct Changes {
    var recommendations = FactChanges()
    var responses = FactChanges()
    var threads = FactChanges()
  }

  let steps: [ChangeStep]
  let standings: LinkStandings?
  private(set) var customers = KeyTable(width: 3)
  /// Asked of every row, where nearly nobody is in the book: half a megabyte stays at hand, and the table does not.
  private let filter = IdentityFilter(count: 1 << 16)
  /// For each customer what is known at every point.
  private var traces: [CustomerTraces] = []
  private var changes: [Changes] = []

  /// Nobody is touched.
  init(path: ChangePath, standings: LinkStandings? = nil) {
    steps = ChangeStep.all(of: path)
    self.standings = standings
  }

  /// Whether nobody is touched.
  public var isEmpty: Bool { customers.count == 0 }

  /// Whether a customer is touched, or linked in one version alone.
  public func concerns(vendor: UInt32, customer: Pseudonym) -> Bool {
    if number(of: CustomerKey(vendor: vendor, customer: customer)) != nil { return true }
    return standings.map { $0.differ(on: customer) } ?? false
  }

  /// The number of a customer in the book.
  func number(of customer: CustomerKey) -> Int? {
    guard filter.mayContain(customer.spread) else { return nil }
    return customers.number(of: customer.customer.words(vendor: customer.vendor).span)
  }

  /// What is known of a customer at a point.
  func traces(of number: Int, at point: Int) -> CustomerTraces { traces[number * steps.count + point] }

  /// What became of a customer's facts.
  func changes(of number: Int) -> Changes { changes[number] }

  /// Touches a customer.
  @discardableResult
  mutating func insert(_ customer: CustomerKey) -> Int {
    let number = customers.insert(customer.customer.words(vendor: customer.vendor).span)
    if number == changes.count {
      traces.append(contentsOf: repeatElement([], count: steps.count))
      changes.append(Changes())
      filter.insert(customer.spread)
    }
    return number
  }
}

extension CoverageBook {
  /// Touches the customers of whom a thread tells something at one point and not at the next, or who are linked otherwise.
  mutating func compare(_ old: ThreadPart, _ new: ThreadPart) {
    let isLike = old.tracesLike(new)
    for part in [old, new] where !part.traces.isEmpty {
      if !isLike || standings.map({ $0.differ(on: part.customer) }) ?? false { insert(part.key) }
    }
  }

  /// Adds what a thread tells of touched customers at every point.
  mutating func add(_ rows: MarkedRows<Interaction>, judgedBy judge: inout ThreadJudge) {
    judge.sort(rows)
    let changes = judge.changes(of: rows)
    var part = ThreadPart()
    for point in steps.indices {
      if !judge.isSettled(at: point) { part = judge.part(of: rows, at: point) }
      guard !part.traces.isEmpty, let number = number(of: part.key) else { continue }
      traces[number * steps.count + point].formUnion(part.traces)
      self.changes[number].threads.formUnion(changes)
    }
  }

  /// Adds what the responses of a customer tell at every point, where the customer is touched by them or was before.
  mutating func add(_ told: [CustomerTraces], of rows: MarkedRows<Response>) {
    let first = rows.place(0).pointee
    let key = CustomerKey(vendor: first.vendor, customer: first.customer)
    let isTouched = told.contains { $0 != told[0] }
    guard isTouched || concerns(vendor: key.vendor, customer: key.customer) else { return }
    let number = insert(key)
    for point in steps.indices { traces[number * steps.count + point].formUnion(told[point]) }
    for index in 0..<rows.count {
      let instrument = rows.place(index).pointee.instrument
      if instrument == .nps { changes[number].recommendations.insert(rows.mark(index).change) }
      if instrument.asksCustomers { changes[number].responses.insert(rows.mark(index).change) }
    }
  }
}

extension CustomerKey {
  /// The customer's pseudonym, apart for each vendor.
  fileprivate var spread: Hash128 {
    Hash128(high: customer.high &+ UInt64(vendor) &* 0x9E37_79B9_7F4A_7C15, low: customer.low)
  }
}
