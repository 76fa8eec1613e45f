/// One person as the customer of one vendor.
struct Customer: Sendable {
  /// The person's number; the same person may be the customer of two vendors.
  let person: Int
  /// How content this customer is with the vendor: 0…1000, 500 on average.
  ///
  /// Never written; scores and treatment follow it.
  let satisfaction: Int
  /// Position in `Words.regions`.
  let region: Int
  /// Position in `Words.plans`.
  let plan: Int
  /// The vendor's unit that serves this customer, from 0.
  let unit: Int
  /// The company's number, where this customer belongs to one.
  let account: Int?
  /// Position in `Words.strata`.
  let stratum: Int
  /// The design weight in hundredths.
  let weight: Int

  /// A share in permille as it is for this customer: up to 150 more or less than for the average one.
  func favour(_ permille: Int) -> Int {
    min(max(permille + (satisfaction - 500) * 3 / 10, 15), 985)
  }
}
