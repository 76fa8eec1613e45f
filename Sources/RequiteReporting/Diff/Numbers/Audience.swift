/// Whom a metric tells about, by the metrics whose `n` counts these people in every cell.
///
/// Threads and periods are counted by other metrics; they follow the customers behind them.
enum Audience {
  private static let customers = ["loyalty.nps", "reciprocity.index"]
  private static let perception = Metric.ofPerception
  private static let revenue = Metric.ofCalendarYears

  /// All metrics that count people.
  static let leads = Set(
    customers + ["loyalty.csat_top2", "loyalty.ces_mean", "loyalty.ces_agree", "loyalty.enps", "loyalty.votes_net"]
      + ["balance.mutual"] + perception + revenue)

  /// The metrics that count the people behind `metric`: where one of them discloses, `metric` does.
  static func leads(of metric: String) -> [String] {
    if revenue.contains(metric) { return revenue }
    let parts = metric.split(separator: ".", maxSplits: 1)
    guard parts.count == 2 else { return customers }
    switch parts[0] {
    case "loyalty": return loyaltyLeads(of: parts[1])
    case "reciprocity", "first_answer": return ["reciprocity.index"]
    case "balance": return ["balance.mutual"]
    case "perception": return perception
    case "employee": return ["loyalty.enps", "loyalty.nps"]
    default: return customers
    }
  }

  /// Whether a metric of a trend period also rests on the periods before.
  static func looksBack(_ metric: String) -> Bool {
    let parts = metric.split(separator: ".", maxSplits: 1)
    guard parts.count == 2 else { return false }
    let name = parts[1]
    return name.hasPrefix("trend_") || name.hasPrefix("change") || name.hasPrefix("segment_change")
      || name.hasSuffix("_effect")
  }

  private static func loyaltyLeads(of name: Substring) -> [String] {
    if name.hasPrefix("csat_") { return ["loyalty.csat_top2"] }
    if name.hasPrefix("ces_") { return ["loyalty.ces_mean", "loyalty.ces_agree"] }
    switch name {
    case "enps": return ["loyalty.enps"]
    case "votes_net": return ["loyalty.votes_net"]
    default: return ["loyalty.nps"]
    }
  }
}
