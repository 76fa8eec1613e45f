/// Rows of customers who were forgotten after a version was published.
///
/// Its numbers stand as they were published; what they were counted from is there no longer.
public struct ForgottenRows: Hashable, Sendable {
  /// The version.
  public let version: String
  /// How many rows its ledgers lost.
  public let rows: Int64
  /// The day on which the last of them went, as `2026-07-01`.
  public let date: String

  /// Notes rows that are gone.
  public init(version: String, rows: Int64, date: String) {
    self.version = version
    self.rows = rows
    self.date = date
  }

  /// `12 rows of version 2026-03-25-f7aea9c78cc1 were forgotten on 2026-07-01`.
  var text: String {
    "\(Wording.counted(Int(rows), "row", "rows")) of version \(VisibleText.of(version)) "
      + "\(rows == 1 ? "was" : "were") forgotten on \(date)"
  }
}
