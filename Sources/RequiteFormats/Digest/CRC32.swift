import CZlib

/// The CRC-32 of zlib and gzip (ISO 3309), which guards the buckets of ledgers against damage.
public enum CRC32 {
  /// The checksum of `bytes`, 0 for none.
  public static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    guard let start = bytes.baseAddress else { return 0 }
    return UInt32(truncatingIfNeeded: crc32_z(0, start.assumingMemoryBound(to: UInt8.self), bytes.count))
  }
}
