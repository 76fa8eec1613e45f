import CScan

/// Hints to the processor about memory that will be needed soon.
///
/// They never change a result.
public enum CacheHint {
  /// Begins to bring the memory at `address` into the cache while other work goes on.
  ///
  /// For a random place in a large table, known some hundred instructions before it is read.
  @inlinable
  @inline(__always)
  public static func willRead(_ address: UnsafeRawPointer) {
    cscan_prefetch_read(address)
  }

  /// Begins to bring all of some bytes into the cache while other work goes on.
  @inlinable
  @inline(__always)
  public static func willRead(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress, !bytes.isEmpty else { return }
    let end = bytes.count &- 1
    var offset = 0
    while offset < end {
      willRead(start + offset)
      offset &+= 64
    }
    willRead(start + end)
  }

  /// Begins to bring the 192 bytes at `address` into the cache, to be overwritten later.
  ///
  /// For one of many places that are written in turn, too many for the processor to foresee.
  @inlinable
  @inline(__always)
  public static func willWrite(_ address: UnsafeRawPointer) {
    cscan_prefetch_write(address)
    cscan_prefetch_write(address + 64)
    cscan_prefetch_write(address + 128)
  }
}
