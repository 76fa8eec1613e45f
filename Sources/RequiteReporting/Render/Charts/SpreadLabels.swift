/// Moves labels apart that would stand on each other.
enum SpreadLabels {
  /// New places, in the order of `wanted`: at least `apart` from each other, as near as possible, inside `range`.
  static func places(of wanted: [Double], apart: Double, within range: ClosedRange<Double>) -> [Double] {
    let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
    var places = wanted
    var lowest = range.lowerBound
    for index in order {
      places[index] = max(wanted[index], lowest)
      lowest = places[index] + apart
    }
    var highest = range.upperBound
    for index in order.reversed() {
      places[index] = min(places[index], highest)
      highest = places[index] - apart
    }
    return places
  }
}
