import RequiteModel

/// All numbers of one part of a vendor's data: a level of a dimension, in the window or in a trend period.
public struct CellMeasures: Hashable, Sendable {
  /// `all`, or a configured dimension.
  public let dimension: String
  /// `*` for `all`, else the level's name; empty where the source did not say.
  public let level: String
  /// `window`, or a trend period such as `2026-03`.
  public let period: String
  /// The measures, sorted by metric.
  public let measures: [Measure]

  /// Creates a cell of `measures`, which all carry its dimension, level and period.
  init(dimension: String, level: String, period: String, measures: [Measure]) {
    self.dimension = dimension
    self.level = level
    self.period = period
    self.measures = measures
  }

  /// The measure of `metric`; `nil` where the method does not publish it for this cell.
  public subscript(metric: String) -> Measure? {
    measures.first { $0.key.metric == metric }
  }

  /// Loyalty given: the NPS of B2.
  public var loyalty: Measure? { self["loyalty.nps"] }

  /// Loyalty returned: the reciprocity index of B11.
  public var returned: Measure? { self["reciprocity.index"] }

  /// Customers who answered the question of loyalty; `nil` where they are too few to be counted in public.
  public var responses: Int64? { loyalty?.reason == .smallCell ? nil : loyalty?.n ?? 0 }

  /// The component with the least share and at least one case; of equal ones the first of the method.
  public var weakestComponent: Measure? {
    let known = Component.allCases.compactMap { self["reciprocity.\($0.rawValue)"] }.filter { $0.estimate != nil }
    return known.min { $0.estimate! < $1.estimate! }
  }
}

extension [Measure] {
  /// The cells of one vendor's sorted measures, in the order of their keys.
  func cells() -> [CellMeasures] {
    slices { left, right in
      left.dimension.hasSameBytes(as: right.dimension) && left.level.hasSameBytes(as: right.level)
        && left.period.hasSameBytes(as: right.period)
    }.map { slice in
      let key = slice[slice.startIndex].key
      return CellMeasures(dimension: key.dimension, level: key.level, period: key.period, measures: Array(slice))
    }
  }

  /// Neighbouring measures whose keys belong together, in order.
  func slices(_ belongTogether: (MeasureKey, MeasureKey) -> Bool) -> [ArraySlice<Measure>] {
    var slices: [ArraySlice<Measure>] = []
    var start = startIndex
    for index in indices where index > start && !belongTogether(self[start].key, self[index].key) {
      slices.append(self[start..<index])
      start = index
    }
    if start < endIndex { slices.append(self[start...]) }
    return slices
  }
}

extension String {
  /// Whether both are the same text byte for byte; `==` also takes composed and decomposed accents for the same.
  func hasSameBytes(as other: String) -> Bool {
    utf8.elementsEqual(other.utf8)
  }
}
