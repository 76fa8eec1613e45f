import Glibc

/// A block of zeros, for a table of megabytes of which perhaps only a few places are ever used.
///
/// What was never touched takes no memory, and nobody writes the zeros. As with `LargeMemory` the system is told that large
/// pages are welcome, and without address space the process ends.
public final class ZeroedMemory {
  /// The block, which begins at a multiple of `LargeMemory.unit`.
  public let bytes: UnsafeMutableRawBufferPointer
  private let region: UnsafeMutableRawBufferPointer

  /// Reserves `byteCount` bytes.
  public init(byteCount: Int) {
    let size = byteCount + LargeMemory.unit
    let start = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let start, start != MAP_FAILED else { fatalError("there is no memory for \(byteCount) bytes") }
    region = UnsafeMutableRawBufferPointer(start: start, count: size)
    bytes = UnsafeMutableRawBufferPointer(start: start.alignedUp(toMultipleOf: LargeMemory.unit), count: byteCount)
    madvise(bytes.baseAddress, byteCount, Int32(MADV_HUGEPAGE))
  }

  deinit {
    munmap(region.baseAddress, region.count)
  }
}
