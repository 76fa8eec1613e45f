import Glibc

/// Memory for tables of megabytes that are read and written all over.
public enum LargeMemory {
  /// Blocks begin at multiples of this and are best asked for in multiples of it.
  public static let unit = 2 << 20

  /// A block of `byteCount` bytes with undefined content, to be given back with `free`.
  ///
  /// The system is told that it may back the block by large pages, which makes first touches and scattered reads cheaper.
  /// Without memory the process ends, as with any other allocation.
  public static func allocate(byteCount: Int) -> UnsafeMutableRawBufferPointer {
    var start: UnsafeMutableRawPointer?
    guard posix_memalign(&start, unit, byteCount) == 0, let start else {
      fatalError("there is no memory for \(byteCount) bytes")
    }
    madvise(start, byteCount, Int32(MADV_HUGEPAGE))
    return UnsafeMutableRawBufferPointer(start: start, count: byteCount)
  }

  /// Gives a block back.
  public static func free(_ block: UnsafeMutableRawBufferPointer) {
    Glibc.free(block.baseAddress)
  }
}
