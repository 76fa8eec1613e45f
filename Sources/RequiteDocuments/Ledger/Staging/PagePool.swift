import RequiteFormats

/// Memory in pages of one size, which come back to be used again.
///
/// Everything is freed with the pool. Pages are cut from large blocks: staged rows are written once and read once, so what
/// they cost is mostly the first touch of their memory.
final class PagePool {
  /// The size of a page unless a row needs more.
  static let pageSize = 16 << 10

  private var blocks: [UnsafeMutableRawBufferPointer] = []
  private var free: [UnsafeMutableRawBufferPointer] = []

  deinit {
    for block in blocks { LargeMemory.free(block) }
  }

  /// A page of at least `size` bytes with undefined content.
  func take(_ size: Int = pageSize) -> UnsafeMutableRawBufferPointer {
    guard size <= PagePool.pageSize else { return allocate(size) }
    if free.isEmpty { cutBlock() }
    return free.removeLast()
  }

  /// Takes a page back.
  ///
  /// Pages of more than the usual size are kept until the end.
  func give(_ page: UnsafeMutableRawBufferPointer) {
    if page.count == PagePool.pageSize { free.append(page) }
  }

  private func cutBlock() {
    let block = allocate(LargeMemory.unit)
    for start in stride(from: block.count - PagePool.pageSize, through: 0, by: -PagePool.pageSize) {
      free.append(UnsafeMutableRawBufferPointer(rebasing: block[start..<start + PagePool.pageSize]))
    }
  }

  private func allocate(_ size: Int) -> UnsafeMutableRawBufferPointer {
    let block = LargeMemory.allocate(byteCount: size)
    blocks.append(block)
    return block
  }
}
