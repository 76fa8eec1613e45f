import RequiteStatistics

/// Whether a value agrees with a reference within `tolerance` · max(1, |reference|); `nil` agrees only with `nil`.
func isClose(_ value: Double?, to reference: Double?, within tolerance: Double = 1e-9) -> Bool {
  guard let value, let reference else { return value == nil && reference == nil }
  return (value - reference).magnitude <= tolerance * max(1, reference.magnitude)
}

/// Whether both ends of an interval agree with a reference of two numbers.
func isClose(_ interval: Interval?, to reference: JSONNode, within tolerance: Double = 1e-9) throws -> Bool {
  let ends = try reference.elements.map { try $0.double }
  guard let interval, ends.count == 2 else { return false }
  return isClose(interval.low, to: ends[0], within: tolerance) && isClose(interval.high, to: ends[1], within: tolerance)
}
