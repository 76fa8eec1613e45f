/// The metrics of DESIGN section 3 in the order in which a report shows them.
enum MetricCatalogue {
  static let all: [Metric] =
    loyalty + loyaltyOverTime + reciprocity + reciprocityOverTime + firstAnswer + balance + others + growth
    + diagnostics

  /// The metric called `name`, or `nil`.
  static func known(_ name: String) -> Metric? {
    places[name].map { all[$0] }
  }

  /// The order of a report: that of the catalogue, then names unknown to it by their bytes.
  static func precedes(_ left: String, _ right: String) -> Bool {
    let (first, second) = (places[left] ?? .max, places[right] ?? .max)
    return first != second ? first < second : left.byteOrder(to: right) < 0
  }

  private static let places = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1.name, $0) })

  private static let firstAnswer = [
    Metric("first_answer.median_seconds", "Half were answered within", .seconds),
    Metric("first_answer.share_5m", "Answered within 5 minutes", .share),
    Metric("first_answer.share_1h", "Answered within 1 hour", .share),
    Metric("first_answer.share_1d", "Answered within 1 day", .share),
    Metric("first_answer.share_14d", "Answered within 14 days", .share),
  ]

  private static let balance = [
    Metric("balance.mutual", "Promoters, well treated (mutual)", .count),
    Metric("balance.unrequited", "Promoters, not well treated (unrequited)", .count),
    Metric("balance.indulged", "Detractors, well treated (indulged)", .count),
    Metric("balance.estranged", "Detractors, not well treated (estranged)", .count),
    Metric("balance.undecided_returned", "Passives, well treated", .count),
    Metric("balance.undecided_unreturned", "Passives, not well treated", .count),
    Metric("balance.reciprocity", "Loyalty met by loyalty", .share),
    Metric("balance.null", "The same by chance", .share),
    Metric("balance.rho", "Reciprocity beyond chance (rho)", .coefficient),
    Metric("balance.ccc", "Concordance (Lin's CCC)", .coefficient),
    Metric("balance.pearson", "Correlation (Pearson)", .coefficient),
    Metric("balance.gap", "Returned less given, of 1,000", .count),
  ]

  private static let others = [
    Metric("perception.gap", "Vendor's own view less its customers'", .share),
    Metric("perception.vendor_good", "The vendor's people say it is good", .share),
    Metric("perception.customer_good", "Its customers say it is good", .share),
    Metric("employee.pearson", "Association across units (Pearson)", .coefficient),
    Metric("employee.spearman", "Association across units (Spearman)", .coefficient),
  ]

  private static let growth = [
    Metric("growth.earned_growth", "Earned growth, of last year's revenue", .share),
    Metric("growth.net_revenue_retention", "Revenue kept of last year's customers", .share),
    Metric("growth.earned_new_share", "Revenue of new customers who were recommended", .share),
  ]
}
