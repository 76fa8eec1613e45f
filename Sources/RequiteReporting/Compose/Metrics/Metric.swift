/// A metric as a person meets it: its name in words, its unit and its family.
public struct Metric: Hashable, Sendable {
  /// The name in `measures.csv`, for example `loyalty.nps`.
  public let name: String
  /// The name in words.
  public let title: String
  /// What kind of number it is.
  public let unit: MetricUnit

  /// The metric called `name`.
  ///
  /// A name that is not in the catalogue is shown by what its last part says, as a count, a share or a wait.
  public init(named name: String) {
    self = MetricCatalogue.known(name) ?? Metric(unknown: name)
  }

  init(_ name: String, _ title: String, _ unit: MetricUnit) {
    self.name = name
    self.title = title
    self.unit = unit
  }

  /// The family, told by the first part of the name; `nil` for a part nobody knows.
  public var family: MetricFamily? {
    MetricFamily(rawValue: String(name.prefix { $0 != "." }))
  }

  private init(unknown name: String) {
    let last = name.split(separator: ".").last.map(String.init) ?? name
    let words = last.split(separator: "_").joined(separator: " ")
    let unit: MetricUnit = last.hasSuffix("_share") ? .share : last.hasSuffix("_seconds") ? .seconds : .count
    self.init(name, words.prefix(1).uppercased() + words.dropFirst(), unit)
  }
}

extension Metric {
  /// The names of all metrics that the method knows, in the order of a report.
  public static var catalogue: [String] { MetricCatalogue.all.map(\.name) }
}
