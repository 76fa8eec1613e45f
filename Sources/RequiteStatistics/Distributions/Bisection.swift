/// Narrows `interval` to where `isBelow` turns from true to false, by up to 200 halvings, and returns the middle.
///
/// Halving stops early once the middle is an end: no further step could move anything.
func bisect(_ interval: Interval, isBelow: (Double) -> Bool) -> Double {
  var low = interval.low
  var high = interval.high
  for _ in 0..<200 {
    let middle = (low + high) / 2
    if middle == low || middle == high { return middle }
    if isBelow(middle) { low = middle } else { high = middle }
  }
  return (low + high) / 2
}
