extension Array {
  /// Begins to bring some elements, which must be there, into the cache while other work goes on.
  @inlinable
  @inline(__always)
  public func willRead(_ places: Range<Int>) {
    precondition(places.lowerBound >= 0 && places.upperBound <= count, "elements outside an array were asked for")
    let stride = MemoryLayout<Element>.stride
    withUnsafeBytes { bytes in
      let part = places.lowerBound &* stride..<places.upperBound &* stride
      CacheHint.willRead(UnsafeRawBufferPointer(rebasing: bytes[part]))
    }
  }
}
