import RequiteFormats

/// Bytes that only grow, in pages of a pool: what is written stays where it is.
struct PageChain {
  /// A page and how much of it is in use.
  struct Part {
    let page: UnsafeMutableRawBufferPointer
    let used: Int

    /// The bytes in use.
    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: page[..<used]) }
  }

  private var full: [Part] = []
  private var page = UnsafeMutableRawBufferPointer(start: nil, count: 0)
  private var used = 0

  /// Room for `size` bytes in one piece.
  ///
  /// Some hundred chains are written in turn, so that what follows is asked for now, for the next call.
  @inline(__always)
  mutating func extend(by size: Int, from pool: PagePool) -> UnsafeMutableRawPointer {
    if used + size > page.count { turn(for: size, pool) }
    let start = page.baseAddress.unsafelyUnwrapped + used
    used += size
    CacheHint.willWrite(start + size)
    return start
  }

  /// The pages in the order in which they were filled.
  var parts: [Part] {
    used > 0 ? full + [Part(page: page, used: used)] : full
  }

  private mutating func turn(for size: Int, _ pool: PagePool) {
    full = parts
    page = pool.take(max(size, PagePool.pageSize))
    used = 0
  }
}
