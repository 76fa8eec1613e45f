import CScan
import CZlib

/// The CRC-32 of zlib and gzip (ISO 3309), which guards gzip members, and the buckets of ledgers, against damage.
public enum CRC32 {
  /// The checksum of `bytes`, 0 for none; or of all bytes up to them, when `earlier` is the checksum of those before.
  public static func checksum(_ bytes: Span<UInt8>, after earlier: UInt32 = 0) -> UInt32 {
    bytes.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return earlier }
      var checksum = earlier
      let done = cscan_crc32_front(&checksum, start, bytes.count)
      guard done < bytes.count else { return checksum }
      return UInt32(truncatingIfNeeded: crc32_z(UInt(checksum), start + done, bytes.count - done))
    }
  }
}
