/// The texts behind the codes of a dump's rows.
///
/// While a dump is read the lists are in order of first appearance; a ledger keeps them sorted by bytes. Position 0 of every
/// list but the vendors' and scales' is the empty text.
public struct RowDictionaries: Hashable, Sendable {
  /// Vendor ids.
  ///
  /// In an erasures dump position 0 is the empty text, "every vendor".
  public var vendors: [String] = []
  /// Channel names.
  public var channels: [String] = [""]
  /// Stratum names.
  public var strata: [String] = [""]
  /// Written scales, such as `0-10`.
  public var scales: [String] = []
  /// For each configured attribute its levels.
  public var levels: [[String]] = []

  /// Creates lists for `attributes` attributes.
  public init(attributes: Int = 0) {
    levels = Array(repeating: [""], count: attributes)
  }
}
