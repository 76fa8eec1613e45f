import RequiteModel

/// The facts of one bucket, customer by customer.
struct CustomerGroups {
  private let customers: [CustomerKey]
  private let responses: GroupedRows<Response>
  private let outcomes: GroupedRows<Outcome>
  private let followups: GroupedRows<Followup>
  private let revenues: GroupedRows<Revenue>

  /// Groups the facts of a bucket, which come in any order.
  ///
  /// - Complexity: O(*n*).
  init(responses: [Response], outcomes: [Outcome], followups: [Followup], revenues: [Revenue]) {
    var numbers = CustomerNumbers(atMost: responses.count + outcomes.count + followups.count + revenues.count)
    let responseNumbers = numbers.numbers(of: responses)
    let outcomeNumbers = numbers.numbers(of: outcomes)
    let followupNumbers = numbers.numbers(of: followups)
    let revenueNumbers = numbers.numbers(of: revenues)
    customers = numbers.keys
    self.responses = GroupedRows(responses, by: responseNumbers, groups: customers.count)
    self.outcomes = GroupedRows(outcomes, by: outcomeNumbers, groups: customers.count)
    self.followups = GroupedRows(followups, by: followupNumbers, groups: customers.count)
    self.revenues = GroupedRows(revenues, by: revenueNumbers, groups: customers.count)
  }

  /// Calls `body` with every customer, in no particular order.
  @inline(__always)
  func forEach(_ body: (CustomerFacts) -> Void) {
    responses.withRanges { responses in
      outcomes.withRanges { outcomes in
        followups.withRanges { followups in
          revenues.withRanges { revenues in
            for (number, key) in customers.enumerated() {
              responses.rows(ofGroup: number + 2).willRead()
              outcomes.rows(ofGroup: number + 2).willRead()
              responses.rows(ofGroup: number + 1).willReadIDs()
              body(
                CustomerFacts(
                  key: key, responses: responses[number], outcomes: outcomes[number], followups: followups[number],
                  revenues: revenues[number]))
            }
          }
        }
      }
    }
  }
}

extension FactRange<Response> {
  /// Begins to bring the ids of the responses into the cache, which lie elsewhere; the responses should be there by now.
  fileprivate func willReadIDs() {
    for index in indices { place(index).pointee.id.willRead() }
  }
}

/// A row about one customer of one vendor.
private protocol CustomerRow {
  var vendor: UInt32 { get }
  var customer: Pseudonym { get }
}

extension Response: CustomerRow {}
extension Outcome: CustomerRow {}
extension Followup: CustomerRow {}
extension Revenue: CustomerRow {}

extension CustomerNumbers {
  /// The number of each row's customer.
  fileprivate mutating func numbers<Row: CustomerRow>(of rows: [Row]) -> [UInt32] {
    var numbers: [UInt32] = []
    numbers.reserveCapacity(rows.count)
    for place in rows.indices {
      numbers.append(number(of: CustomerKey(vendor: rows[place].vendor, customer: rows[place].customer)))
    }
    return numbers
  }
}
