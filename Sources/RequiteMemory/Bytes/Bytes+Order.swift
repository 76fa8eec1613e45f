extension Bytes {
  /// Whether these bytes come before `other` in byte order.
  @inlinable
  public func precedes(_ other: Bytes) -> Bool {
    raw.lexicographicallyPrecedes(other.raw)
  }

  /// How many bytes both begin with alike, `limit` where there are more; both must have as many.
  @inlinable
  @inline(__always)
  public func commonLength(with other: Bytes, atMost limit: Int) -> Int {
    precondition(limit <= Swift.min(count, other.count), "bytes outside their field were asked for")
    let words = Swift.min(count, other.count) &- 8
    var length = 0
    while length < limit {
      if length <= words {
        let (one, another) = (uncheckedWord(at: length).littleEndian, other.uncheckedWord(at: length).littleEndian)
        if one != another {
          return Swift.min(limit, length &+ (one ^ another).trailingZeroBitCount / 8)
        }
        length &+= 8
      } else {
        if start[length] != other.start[length] { return length }
        length &+= 1
      }
    }
    return limit
  }
}
