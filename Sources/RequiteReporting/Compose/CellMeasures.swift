import RequiteModel

/// All numbers of one part of a vendor's data: a level of a dimension, in the window or in a trend period.
public struct CellMeasures: Hashable, Sendable {
  /// `all`, or a configured dimension.
  public let dimension: String
  /// `*` for `all`, else the level's name; empty where the source did not say.
  public let level: String
  /// `window`, a trend period such as `2026-03`, or a year of revenue.
  public let period: String
  /// The measures, sorted by metric: a slice of the report's.
  public let measures: ArraySlice<Measure>

  /// Creates a cell of `measures`, which all carry its dimension, level and period.
  init(dimension: String, level: String, period: String, measures: ArraySlice<Measure>) {
    self.dimension = dimension
    self.level = level
    self.period = period
    self.measures = measures
  }

  /// The measure of `metric`; `nil` where the method does not publish it for this cell.
  public subscript(metric: String) -> Measure? {
    measures.first { $0.key.metric.hasSameBytes(as: metric) }
  }

  /// Loyalty given: the NPS of B2.
  public var loyalty: Measure? { self["loyalty.nps"] }

  /// Loyalty returned: the reciprocity index of B11.
  public var returned: Measure? { self["reciprocity.index"] }

  /// Customers who answered the question of loyalty; `nil` where they are too few to be counted in public.
  public var responses: Int64? { loyalty?.reason == .smallCell ? nil : loyalty?.n ?? 0 }

  /// The component with the least share and at least one case; of equal ones the first of the method.
  public var weakestComponent: Measure? {
    let known = Component.allCases.compactMap { self[$0.metric] }.filter { $0.estimate != nil }
    return known.min { $0.estimate! < $1.estimate! }
  }

  /// The components with a weight but without a value, which the index had to leave out; none where there is no index.
  ///
  /// Of a vendor's whole window diagnostics say whether there are any; in every other cell a component without a number
  /// is one.
  public func missingComponents(_ settings: Settings) -> [Component] {
    guard returned?.estimate != nil else { return [] }
    let isTold = dimension == "all" && period == "window"
    guard !isTold || (self["diagnostics.components_missing"]?.estimate ?? 0) > 0 else { return [] }
    return Component.allCases.filter { settings.leafWeights[$0.index] > 0 && self[$0.metric]?.estimate == nil }
  }
}

extension Component {
  /// The metric of its share.
  var metric: String { "reciprocity.\(rawValue)" }

  /// Its name in words.
  var title: String { Metric(named: metric).title }
}

extension ArraySlice<Measure> {
  /// The cells of one vendor's sorted measures, in the order of their keys.
  func cells() -> [CellMeasures] {
    slices { $0.isSameCell(as: $1) }.map { slice in
      let key = slice[slice.startIndex].key
      return CellMeasures(dimension: key.dimension, level: key.level, period: key.period, measures: slice)
    }
  }
}
