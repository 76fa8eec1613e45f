import RequiteFormats

/// Room for texts that are made while a row is adapted: given out piece by piece, taken back all at once.
final class ByteArena {
  private static let blockSize = 64 * 1024

  private var blocks: [UnsafeMutableRawBufferPointer] = []
  private var block = -1
  private var used = 0

  deinit {
    for block in blocks { block.deallocate() }
  }

  /// Takes everything back.
  func reset() {
    while blocks.count > 4 { blocks.removeLast().deallocate() }
    block = blocks.isEmpty ? -1 : 0
    used = 0
  }

  /// Room for at most `count` bytes; `fill` writes them and says how many there are.
  @inline(__always)
  func make(atMost count: Int, _ fill: (UnsafeMutablePointer<UInt8>) -> Int) -> Bytes {
    if block < 0 || used + count > blocks[block].count { nextBlock(count) }
    let start = (blocks[block].baseAddress.unsafelyUnwrapped + used).assumingMemoryBound(to: UInt8.self)
    let written = fill(start)
    precondition(written <= count, "a text is longer than was said")
    used += written
    return Bytes(start: start, count: written)
  }

  private func nextBlock(_ count: Int) {
    used = 0
    block += 1
    if block < blocks.count && blocks[block].count >= count { return }
    let size = max(Self.blockSize, count)
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 16)
    _ = memory.initializeMemory(as: UInt8.self, repeating: 0)
    blocks.insert(memory, at: block)
  }
}
