import RequiteFormats
import RequiteModel

/// The leading numbers of every version: what a list of versions shows, kept so that no old table is read again.
///
///     {"nps":"28.750000","responses":80,"returned":"61.500000","vendor":"acme","version":"2026-03-19-4f1c9a2b"}
///
/// A line a version and vendor, sorted by both. Numbers that a version does not show are null.
public struct VersionHistory: Hashable, Sendable {
  /// The leading numbers of one vendor in one version.
  public struct Entry: Hashable, Sendable {
    /// The version's id.
    public let version: String
    /// The vendor's id as in the dumps: outside text.
    public let vendor: String
    /// Loyalty given.
    public let loyalty: Double?
    /// Loyalty returned.
    public let returned: Double?
    /// Customers who answered.
    public let responses: Int64?
  }

  /// All entries.
  public private(set) var entries: [Entry]

  /// No version.
  public init() {
    entries = []
  }

  /// The versions it tells of.
  public var versions: Set<String> { Set(entries.map(\.version)) }

  /// The vendors it tells of, by their bytes.
  public var vendors: [String] {
    Set(entries.map(\.vendor)).sorted { $0.byteOrder(to: $1) < 0 }
  }

  /// Puts the leading numbers of `measures` in the place of what was known of `version`.
  public mutating func update(_ version: String, from measures: [Measure]) {
    entries.removeAll { $0.version == version }
    let report = Report(version: version, settings: Settings(), measures: measures, dumps: [])
    entries += report.vendors.map { vendor in
      Entry(
        version: version, vendor: vendor.name, loyalty: vendor.window.loyalty?.estimate,
        returned: vendor.window.returned?.estimate, responses: vendor.window.responses)
    }
    sort()
  }

  /// Forgets every version that is not among `versions`.
  public mutating func keep(_ versions: Set<String>) {
    entries.removeAll { !versions.contains($0.version) }
  }

  /// What is known of `vendor`, version by version in the order given; `nil` where nothing is.
  public func series(of vendor: String, in versions: [String]) -> [Entry?] {
    let known = entries.filter { $0.vendor.hasSameBytes(as: vendor) }
    let byVersion = Dictionary(known.map { ($0.version, $0) }) { first, _ in first }
    return versions.map { byVersion[$0] }
  }

  private mutating func sort() {
    entries.sort { left, right in
      let order = left.version.byteOrder(to: right.version)
      return order != 0 ? order < 0 : left.vendor.byteOrder(to: right.vendor) < 0
    }
  }
}

extension VersionHistory {
  /// The file's bytes: JSON lines.
  public var lines: [UInt8] {
    entries.flatMap { entry -> [UInt8] in
      let object = JSONValue.object([
        "version": .string(entry.version), "vendor": .string(entry.vendor),
        "nps": entry.loyalty.map { .string(FixedDecimal.text(of: $0)) } ?? .null,
        "returned": entry.returned.map { .string(FixedDecimal.text(of: $0)) } ?? .null,
        "responses": entry.responses.map { .integer($0) } ?? .null,
      ])
      return object.canonical() + [0x0A]
    }
  }

  /// The entries of a file that `lines` wrote; lines that cannot be read are left out, and come again from the tables.
  public init(lines bytes: [UInt8]) {
    entries = bytes.split(separator: 0x0A).compactMap { line in
      guard let json = try? JSONValue(parsing: Array(line)), let version = json["version"]?.string,
        let vendor = json["vendor"]?.string
      else { return nil }
      return Entry(
        version: version, vendor: vendor, loyalty: json["nps"]?.string.flatMap(Double.init),
        returned: json["returned"]?.string.flatMap(Double.init), responses: json["responses"]?.integer)
    }
    sort()
  }
}
