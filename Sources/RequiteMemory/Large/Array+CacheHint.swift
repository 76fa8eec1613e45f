extension Array {
  /// Begins to bring some elements, which must be there, into the cache while other work goes on.
  @inlinable
  @inline(__always)
  public func willRead(_ places: Range<Int>) {
    precondition(places.lowerBound >= 0 && places.upperBound <= count, "elements outside an array were asked for")
    withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress, !places.isEmpty else { return }
      let stride = MemoryLayout<Element>.stride
      let end = places.upperBound &* stride &- 1
      var offset = places.lowerBound &* stride
      while offset < end {
        CacheHint.willRead(start + offset)
        offset &+= 64
      }
      CacheHint.willRead(start + end)
    }
  }
}
