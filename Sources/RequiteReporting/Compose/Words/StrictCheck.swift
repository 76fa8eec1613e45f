/// What `requite-report publish --strict` asks of a report: no number may be missing because no weights reach the known
/// margins.
public struct StrictCheck: Hashable, Sendable {
  /// What is missing, in a sentence without its full stop; it names vendors, which are outside text.
  public let what: String
  /// What to do about it.
  public let remedy: String

  /// `nil` for a report that passes.
  public init?(_ report: Report) {
    let vendors = report.unfittedVendors
    guard !vendors.isEmpty else { return nil }
    let names = Cautions.listed(vendors.map(VisibleText.of))
    what = "the report stands, but no weights reach the known margins for \(names)"
    remedy =
      "See diagnostics.raking_unreachable, raking_untargeted and raking_deviation in measures.csv; correct "
      + "raking.margins, merge levels nobody answers from, or widen raking.cap. Without --strict this ends with 0."
  }
}
