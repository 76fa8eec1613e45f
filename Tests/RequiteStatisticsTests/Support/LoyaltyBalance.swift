import Foundation
import RequiteStatistics

/// What customers gave and got, as METHODS B14 pairs them: `responses.csv` in the second window with `threads.csv`.
struct LoyaltyBalance {
  /// One customer on both scales, in thousandths.
  struct Customer {
    let given: Int64
    let returned: Int64
    /// +1, 0 or −1.
    let vote: Int128
    let weight: Int128
  }

  let customers: [Customer]

  /// Joins the vendor's customers who answered with those who have components other than the last.
  ///
  /// The last component, what became of a complaint in an answer, is set off by the answer itself.
  init() throws {
    let weights = try Reciprocity.design().weights.dropLast()
    let counts = try Reciprocity.countsByCustomer(of: "acme")
    customers = try SurveySample(window: "p2").answers.compactMap { answer -> Customer? in
      guard let vector = counts[answer.customer] else { return nil }
      let known = weights.enumerated().filter { vector[2 * $0.offset + 1] > 0 }
      guard !known.isEmpty else { return nil }
      let sum: Int64 = known.reduce(0) { sum, component in
        let place = 2 * component.offset
        return sum + component.element * Self.permille(vector[place], of: vector[place + 1])
      }
      return Customer(
        given: Self.permille(Int64(answer.score), of: 10),
        returned: Self.quotient(sum, known.reduce(0) { $0 + $1.element }), vote: answer.value, weight: answer.weight)
    }
  }

  var sums: PairedSums {
    customers.reduce(into: PairedSums()) { $0.add(g: $1.given, r: $1.returned) }
  }

  var share: MutualShare {
    MutualShare(
      given: customers.map { ($0.given, 1) }, returned: customers.map { ($0.returned, 1) },
      sumOfMinima: customers.reduce(0) { $0 + Int128(min($1.given, $1.returned)) })
  }

  /// How many customers, and how much weight, give like `vote` and get 600 or more, or less.
  func cell(vote: Int128, isReturned: Bool) -> [Double] {
    let inside = customers.filter { $0.vote == vote && ($0.returned >= 600) == isReturned }
    return [Double(inside.count), Double(inside.reduce(0) { $0 + $1.weight })]
  }

  private static func permille(_ part: Int64, of whole: Int64) -> Int64 {
    quotient(1000 * part, whole)
  }

  /// Rounded half up.
  private static func quotient(_ part: Int64, _ whole: Int64) -> Int64 {
    (2 * part + whole) / (2 * whole)
  }
}
