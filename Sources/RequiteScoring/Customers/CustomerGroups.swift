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

/// Rows of one kind, dealt to groups without being moved.
private struct GroupedRows<Row: BitwiseCopyable> {
  /// The rows of every group.
  struct Ranges {
    let rows: UnsafeBufferPointer<Row>
    let places: UnsafeBufferPointer<UInt32>
    let ends: UnsafeBufferPointer<UInt32>

    /// The rows of one group.
    @inline(__always)
    subscript(group: Int) -> FactRange<Row> {
      let start = group == 0 ? 0 : Int(ends[group - 1])
      return FactRange(UnsafeBufferPointer(rebasing: places[start..<Int(ends[group])]), of: rows)
    }
  }

  private let rows: [Row]
  /// Positions of rows, group after group.
  private let places: [UInt32]
  /// Where the places of each group end.
  private let ends: [UInt32]

  init(_ rows: [Row], by groupOf: [UInt32], groups: Int) {
    var starts = [UInt32](repeating: 0, count: groups + 1)
    for group in groupOf { starts[Int(group) + 1] += 1 }
    for group in 0..<groups { starts[group + 1] += starts[group] }
    var places = [UInt32](repeating: 0, count: rows.count)
    for (row, group) in groupOf.enumerated() {
      places[Int(starts[Int(group)])] = UInt32(row)
      starts[Int(group)] += 1
    }
    // Every start has moved to the end of its group.
    self.rows = rows
    self.places = places
    ends = starts
  }

  @inline(__always)
  func withRanges(_ body: (Ranges) -> Void) {
    rows.withUnsafeBufferPointer { rows in
      places.withUnsafeBufferPointer { places in
        ends.withUnsafeBufferPointer { body(Ranges(rows: rows, places: places, ends: $0)) }
      }
    }
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
