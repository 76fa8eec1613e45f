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
  /// How many rows were appended.
  private(set) var rowCount = 0

  /// Lends room for `greatestSize` bytes in one piece to `write`, which says how many it took for one row.
  ///
  /// Some hundred chains are written in turn, so that what follows is asked for now, for the next call.
  @inline(__always)
  mutating func append(
    atMost greatestSize: Int, from pool: PagePool, _ write: (UnsafeMutableRawPointer) -> Int
  ) -> Int {
    if used + greatestSize > page.count { turn(for: greatestSize, pool) }
    let start = page.baseAddress.unsafelyUnwrapped + used
    let size = write(start)
    used += size
    rowCount += 1
    CacheHint.willWrite(start + size)
    return size
  }

  /// The pages in the order in which they were filled.
  var parts: [Part] {
    used > 0 ? full + [Part(page: page, used: used)] : full
  }

  @inline(never)
  private mutating func turn(for size: Int, _ pool: PagePool) {
    full = parts
    page = pool.take(max(size, PagePool.pageSize))
    used = 0
  }
}
