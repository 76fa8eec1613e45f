import RequiteModel

/// A customer of one vendor; facts of a bucket are grouped by it.
struct CustomerKey: Hashable, Comparable {
  /// Code of the vendor.
  let vendor: UInt32
  /// The customer.
  let customer: Pseudonym

  static func < (left: CustomerKey, right: CustomerKey) -> Bool {
    left.vendor != right.vendor ? left.vendor < right.vendor : left.customer < right.customer
  }
}

/// Everything a bucket holds about one customer of one vendor.
struct CustomerFacts {
  /// Who.
  let key: CustomerKey
  /// Deduplicated responses, in no particular order.
  let responses: ArraySlice<Response>
  /// What the customer's threads came to.
  let outcomes: ArraySlice<Outcome>
  /// When the vendor came back to the customer.
  let followups: ArraySlice<Followup>
  /// What the customer brought in, deduplicated: at most one row a year, in no particular order.
  let revenues: ArraySlice<Revenue>
}

/// The facts of one bucket, customer by customer.
struct CustomerGroups: Sequence, IteratorProtocol {
  private var responses: ArraySlice<Response>
  private var outcomes: ArraySlice<Outcome>
  private var followups: ArraySlice<Followup>
  private var revenues: ArraySlice<Revenue>

  /// Sorts the facts of a bucket, which come in any order.
  ///
  /// - Complexity: O(*n* log *n*).
  init(responses: [Response], outcomes: [Outcome], followups: [Followup], revenues: [Revenue]) {
    self.responses = ordered(responses, by: \.key)[...]
    self.outcomes = ordered(outcomes, by: \.key)[...]
    self.followups = ordered(followups, by: \.key)[...]
    self.revenues = ordered(revenues, by: \.key)[...]
  }

  /// The next customer in order, `nil` after the last.
  mutating func next() -> CustomerFacts? {
    let heads = [responses.first?.key, outcomes.first?.key, followups.first?.key, revenues.first?.key]
    guard let key = heads.compactMap({ $0 }).min() else { return nil }
    return CustomerFacts(
      key: key, responses: responses.pop { $0.key == key }, outcomes: outcomes.pop { $0.key == key },
      followups: followups.pop { $0.key == key }, revenues: revenues.pop { $0.key == key })
  }
}

extension ArraySlice {
  /// Removes and returns the elements at the beginning that belong together.
  fileprivate mutating func pop(while belongs: (Element) -> Bool) -> ArraySlice<Element> {
    let head = prefix(while: belongs)
    self = self[head.endIndex...]
    return head
  }
}

extension Response {
  /// By whom facts are grouped.
  fileprivate var key: CustomerKey { CustomerKey(vendor: vendor, customer: customer) }
}

extension Outcome {
  /// By whom facts are grouped.
  fileprivate var key: CustomerKey { CustomerKey(vendor: vendor, customer: customer) }
}

extension Followup {
  /// By whom facts are grouped.
  fileprivate var key: CustomerKey { CustomerKey(vendor: vendor, customer: customer) }
}

extension Revenue {
  /// By whom facts are grouped.
  fileprivate var key: CustomerKey { CustomerKey(vendor: vendor, customer: customer) }
}
