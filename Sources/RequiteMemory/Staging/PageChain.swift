/// Bytes that only grow, in pages of a pool: what is written stays where it is.
public struct PageChain {
  /// A page and how much of it is in use.
  public struct Part {
    @usableFromInline let page: UnsafeMutableRawBufferPointer
    /// How many bytes are in use.
    public let used: Int

    /// The bytes in use, as long as their page is not given back.
    public var bytes: Bytes {
      let start = page.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: UInt8.self)
      return Bytes(start: start, count: used)
    }
  }

  private var full: [Part] = []
  @usableFromInline var page = UnsafeMutableRawBufferPointer(start: nil, count: 0)
  @usableFromInline var used = 0
  @usableFromInline var rows = 0

  /// A chain without pages.
  public init() {}

  /// Adds a row, and returns how many bytes it takes.
  ///
  /// Some hundred chains are written in turn, so that what follows is asked for now, for the next call.
  ///
  /// - Parameters:
  ///   - source: the row.
  ///   - id: its id, of at most 65,535 bytes.
  ///   - levels: its levels, one for each attribute of `record`.
  ///   - record: how rows of this chain lie in memory.
  ///   - pool: where pages come from.
  @inlinable
  @inline(__always)
  public mutating func append<Row: StagedRow>(
    _ source: borrowing Row.Source, id: Bytes, levels: [UInt32], _ record: StagedRecord<Row>, from pool: PagePool
  ) -> Int {
    let greatestSize = record.greatestSize(idLength: id.count)
    if used + greatestSize > page.count { turn(for: greatestSize, pool) }
    let start = page.baseAddress.unsafelyUnwrapped + used
    let size = record.write(source, id: id, levels: levels, to: start)
    used += size
    rows += 1
    CacheHint.willWrite(start + size)
    return size
  }

  /// How many rows were appended.
  public var rowCount: Int { rows }

  /// The pages in the order in which they were filled.
  public var parts: [Part] {
    used > 0 ? full + [Part(page: page, used: used)] : full
  }

  @usableFromInline
  @inline(never)
  mutating func turn(for size: Int, _ pool: PagePool) {
    full = parts
    page = pool.take(max(size, PagePool.pageSize))
    used = 0
  }
}
