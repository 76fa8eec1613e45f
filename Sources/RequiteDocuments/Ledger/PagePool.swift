import Glibc

/// Memory in pages of one size, which come back to be used again. Everything is freed with the pool.
///
/// Pages are cut from slabs of two mebibytes, and the system is told that it may back a slab by one large page: staged rows
/// are written once and read once, so what they cost is mostly the first touch of their memory.
final class PagePool {
  /// The size of a page unless a row needs more.
  static let pageSize = 16 << 10
  private static let slabSize = 2 << 20

  private var slabs: [UnsafeMutableRawPointer] = []
  private var oversized: [UnsafeMutableRawPointer] = []
  private var free: [UnsafeMutableRawPointer] = []

  deinit {
    for slab in slabs + oversized { Glibc.free(slab) }
  }

  /// A page of at least `size` bytes with undefined content.
  func take(_ size: Int = pageSize) -> UnsafeMutableRawBufferPointer {
    guard size <= PagePool.pageSize else { return takeOversized(size) }
    if free.isEmpty { addSlab() }
    return UnsafeMutableRawBufferPointer(start: free.removeLast(), count: PagePool.pageSize)
  }

  /// Takes a page back. Pages of more than the usual size are kept until the end.
  func give(_ page: UnsafeMutableRawBufferPointer) {
    if page.count == PagePool.pageSize, let start = page.baseAddress { free.append(start) }
  }

  private func addSlab() {
    let slab = PagePool.allocate(PagePool.slabSize, alignment: PagePool.slabSize)
    madvise(slab, PagePool.slabSize, Int32(MADV_HUGEPAGE))
    slabs.append(slab)
    let starts = stride(from: 0, to: PagePool.slabSize, by: PagePool.pageSize)
    free.append(contentsOf: starts.reversed().map { slab + $0 })
  }

  private func takeOversized(_ size: Int) -> UnsafeMutableRawBufferPointer {
    let page = PagePool.allocate(size, alignment: 16)
    oversized.append(page)
    return UnsafeMutableRawBufferPointer(start: page, count: size)
  }

  private static func allocate(_ size: Int, alignment: Int) -> UnsafeMutableRawPointer {
    var memory: UnsafeMutableRawPointer?
    guard posix_memalign(&memory, alignment, size) == 0, let memory else {
      preconditionFailure("there is no memory for \(size) bytes")
    }
    return memory
  }
}
