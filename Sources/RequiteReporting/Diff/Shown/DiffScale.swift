import RequiteModel

/// How numbers of one entry are shown: the decimals of their unit, or as many more as tell two different numbers apart.
struct DiffScale: Hashable {
  let unit: MetricUnit
  let places: Int

  init(_ entry: MeasureDiff.Entry) {
    unit = Metric(named: entry.key.metric).unit
    places = DiffScale.places(entry, unit)
  }

  init(unit: MetricUnit, places: Int) {
    self.unit = unit
    self.places = places
  }

  /// The decimals of a unit.
  static func usualPlaces(_ unit: MetricUnit) -> Int {
    switch unit {
    case .points, .score: 1
    case .share, .probability: 3
    case .coefficient: 2
    case .count, .seconds: 0
    }
  }

  private static func places(_ entry: MeasureDiff.Entry, _ unit: MetricUnit) -> Int {
    let usual = usualPlaces(unit)
    guard let old = entry.before?.estimate, let new = entry.after?.estimate else { return usual }
    let most = FixedDecimal.publishedPlaces
    let differs = FixedDecimal.text(of: old) != FixedDecimal.text(of: new)
    return (usual...most).first { places in
      !differs || FixedDecimal.text(of: old, places: places) != FixedDecimal.text(of: new, places: places)
    } ?? most
  }

  /// `value` in units of the last decimal shown, half-even.
  func units(_ value: Double) -> Int128 {
    FixedDecimal.units(value, places: places)
  }

  /// How many units make 1.
  var unitsPerOne: Int64 { (0..<places).reduce(1) { product, _ in product * 10 } }

  /// A number as shown: `28.8`, `2700 s`.
  func text(_ units: Int128) -> String {
    let number = FixedDecimal.text(units: units, places: places)
    return unit == .seconds ? number + " s" : number
  }

  /// A change as shown, with its sign: `-3.7`, `+14 s`, `0.0`.
  func change(_ units: Int128) -> String {
    units > 0 ? "+" + text(units) : text(units)
  }
}
