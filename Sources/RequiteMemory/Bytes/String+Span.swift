extension String {
  /// Calls `body` with the text's UTF-8 bytes: without a call where the text stands in memory as it is.
  @inlinable @inline(__always)
  public func withBytes<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    var text = self
    return text.withUTF8 { body($0.span) }
  }
}
