/// What the operator may decide about reading dumps.
public struct IngestSettings: Hashable, Sendable {
  /// Columns beyond the layout whose content is kept, as levels of a dimension.
  ///
  /// All others end here.
  public var attributes: [String]
  /// How many rows may be set aside.
  public var ceiling: QuarantineCeiling

  /// Creates settings.
  public init(attributes: [String], ceiling: QuarantineCeiling = QuarantineCeiling()) {
    self.attributes = attributes
    self.ceiling = ceiling
  }

  /// Columns that cannot be attributes, because they have a meaning of their own or name people.
  ///
  /// The columns that only revenue dumps read are free: rows of revenue have no attributes.
  public static let reservedColumns = Set(Column.allCases.map(\.rawValue))
    .subtracting([Column.touchpoint, .period, .amountMinor, .acquiredBy].map(\.rawValue))

  /// The settings as text, for a digest that tells whether a ledger was read as it would be read now.
  public var text: String {
    (["requite.ingest/1"] + attributes + ["ceiling \(ceiling.shareMillionths) \(ceiling.rows)"]).joined(separator: "\n")
  }
}
