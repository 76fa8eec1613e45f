import CScan

/// Hints to the processor about memory that will be needed soon.
public enum CacheHint {
  /// Begins to bring the memory at `address` into the cache while other work goes on.
  ///
  /// For a random place in a large table, known some hundred instructions before it is read. Never changes a result.
  public static func willRead(_ address: UnsafeRawPointer) {
    cscan_prefetch(address)
  }
}
