import RequiteModel

/// The version a report is read against.
public struct PreviousVersion: Hashable, Sendable {
  /// Its id.
  public let version: String
  /// Its measures, sorted by key.
  public let measures: [Measure]

  /// Creates the previous version from its table, in any order.
  public init(version: String, measures: [Measure]) {
    self.version = version
    self.measures = measures.inOrder()
  }

  /// The version without the numbers whose difference would tell of single customers (METHODS B8).
  func hiding(_ numbers: MeasureDiff) -> PreviousVersion {
    let hidden = Set(numbers.entries.lazy.filter(\.differenceDiscloses).map(\.key))
    return hidden.isEmpty
      ? self : PreviousVersion(version: version, measures: measures.filter { !hidden.contains($0.key) })
  }

  /// The measures of each vendor, by the bytes of its id.
  var measuresByVendor: [[UInt8]: ArraySlice<Measure>] {
    let slices = measures.slices { $0.vendor.hasSameBytes(as: $1.vendor) }
    return Dictionary(uniqueKeysWithValues: slices.map { (Array($0[$0.startIndex].key.vendor.utf8), $0) })
  }
}
