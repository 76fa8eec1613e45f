extension Int {
  /// Whether this is the place of one of `count` elements.
  ///
  /// One comparison for both ends, as a negative place is a great one without its sign.
  @inlinable
  @inline(__always)
  func isPlace(among count: Int) -> Bool {
    UInt(bitPattern: self) < UInt(bitPattern: count)
  }
}
