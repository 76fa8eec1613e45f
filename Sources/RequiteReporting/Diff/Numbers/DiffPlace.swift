import RequiteModel

/// The entries of one place of a vendor: the whole window, a trend period or a level of a dimension.
struct DiffPlace {
  /// The vendor.
  let vendor: String
  /// Where the numbers belong, in words; empty for the whole vendor over the whole window.
  let place: String
  /// The entries, in the order of the catalogue.
  let entries: [VersionDiff.Entry]

  /// The kind of all entries if they were all added or all removed.
  var onlyKind: MeasureDiff.Kind? {
    [.added, .removed].first { kind in entries.allSatisfy { $0.numbers.kind == kind } }
  }

  /// The places of each vendor of `entries`, which come in order: the whole window first.
  static func vendors(of entries: [VersionDiff.Entry]) -> [[DiffPlace]] {
    grouped(entries) { $0.vendor.hasSameBytes(as: $1.vendor) }.map { vendor in
      let parts = grouped(vendor) { place(of: $0).hasSameBytes(as: place(of: $1)) }.map(DiffPlace.init)
      return parts.filter(\.place.isEmpty) + parts.filter { !$0.place.isEmpty }
    }
  }

  private init(_ entries: [VersionDiff.Entry]) {
    vendor = entries[0].key.vendor
    place = DiffPlace.place(of: entries[0].key)
    self.entries = entries.sorted { MetricCatalogue.precedes($0.key.metric, $1.key.metric) }
  }

  static func place(of key: MeasureKey) -> String {
    var parts: [String] = []
    if key.dimension != "all" {
      parts.append("\(VisibleText.of(key.dimension)) \(VisibleText.of(Wording.level(key.level)))")
    }
    if key.period != "window" { parts.append(VisibleText.of(key.period)) }
    return parts.joined(separator: ", ")
  }

  /// Neighbouring entries that belong together, in order.
  private static func grouped(
    _ entries: [VersionDiff.Entry], by belongTogether: (MeasureKey, MeasureKey) -> Bool
  ) -> [[VersionDiff.Entry]] {
    var groups: [[VersionDiff.Entry]] = []
    for entry in entries {
      if let last = groups.last?.last, belongTogether(last.key, entry.key) {
        groups[groups.count - 1].append(entry)
      } else {
        groups.append([entry])
      }
    }
    return groups
  }
}
