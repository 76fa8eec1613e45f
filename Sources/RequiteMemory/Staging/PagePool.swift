/// Memory in pages of one size, which come back to be used again.
///
/// Everything is freed with the pool. Pages are cut from large blocks: staged rows are written once and read once, so what
/// they cost is mostly the first touch of their memory.
public final class PagePool {
  /// The size of a page unless a row needs more.
  public static let pageSize = 16 << 10

  private var blocks: [UnsafeMutableRawBufferPointer] = []
  private var free: [UnsafeMutableRawBufferPointer] = []

  /// A pool without pages.
  public init() {}

  deinit {
    for block in blocks { LargeMemory.free(block) }
  }

  /// A page of at least `size` bytes with undefined content.
  func take(_ size: Int = pageSize) -> UnsafeMutableRawBufferPointer {
    guard size <= PagePool.pageSize else { return allocate(size) }
    if free.isEmpty { cutBlock() }
    return free.removeLast()
  }

  /// A page of which `fill` fills `count` bytes.
  public func part<Failure>(
    of count: Int, _ fill: (inout OutputSpan<UInt8>) throws(Failure) -> Void
  ) throws(Failure) -> PageChain.Part {
    let page = take(count)
    let room = UnsafeMutableBufferPointer(rebasing: page.bindMemory(to: UInt8.self)[..<count])
    var output = OutputSpan(buffer: room, initializedCount: 0)
    try fill(&output)
    let filled = output.finalize(for: room)
    precondition(filled == count, "a page was filled to another end")
    return PageChain.Part(page: page, used: count)
  }

  /// Takes the page of a part back, whose bytes must not be used any more.
  ///
  /// Pages of more than the usual size are kept until the end.
  public func give(_ part: PageChain.Part) {
    if part.page.count == PagePool.pageSize { free.append(part.page) }
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
