extension Array where Element: BitwiseCopyable {
  /// Adds a copy of `elements`, by one move of memory.
  @inlinable
  public mutating func append(copying elements: Span<Element>) {
    elements.withUnsafeBufferPointer { append(contentsOf: $0) }
  }

  /// Calls `body` with some of the elements, which must be there; the bounds are checked once.
  @inlinable @inline(__always)
  public func withSpan<Result>(of range: Range<Int>, _ body: (Span<Element>) -> Result) -> Result {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "elements outside an array were asked for")
    return withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range]).span) }
  }

  /// Calls `body` with some of the elements, which must be there, to change them; the bounds are checked once.
  @inlinable @inline(__always)
  public mutating func withMutableSpan<Result>(
    of range: Range<Int>, _ body: (inout MutableSpan<Element>) -> Result
  ) -> Result {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "elements outside an array were asked for")
    return withUnsafeMutableBufferPointer {
      var span = UnsafeMutableBufferPointer(rebasing: $0[range]).mutableSpan
      return body(&span)
    }
  }
}
