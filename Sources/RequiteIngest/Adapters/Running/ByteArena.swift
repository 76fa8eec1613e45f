import RequiteFormats

/// Room for texts that are made while a row is adapted: given out piece by piece, taken back all at once.
final class ByteArena {
  private static let blockSize = 64 * 1024
  fileprivate static let margin = 64

  /// The room left in the current block.
  fileprivate struct Room {
    var next: UnsafeMutablePointer<UInt8>
    var count: Int
  }

  private var blocks: [UnsafeMutableRawBufferPointer] = [.allocate(byteCount: blockSize, alignment: 16)]
  private var block = 0
  // Behind a pointer, as what a class holds is watched at every access.
  private let room = UnsafeMutablePointer<Room>.allocate(capacity: 1)

  init() {
    reset()
  }

  deinit {
    for block in blocks { block.deallocate() }
    room.deallocate()
  }

  /// Takes everything back.
  @inline(__always)
  func reset() {
    if block != 0 {
      while blocks.count > 4 { blocks.removeLast().deallocate() }
      block = 0
    }
    room.initialize(to: Room(blocks[0]))
  }

  /// Room for at most `count` bytes; `fill` writes them and says how many there are.
  @inline(__always)
  func make(atMost count: Int, _ fill: (UnsafeMutablePointer<UInt8>) -> Int) -> Bytes {
    if count > room.pointee.count { nextBlock(count) }
    let start = room.pointee.next
    let written = fill(start)
    precondition(written <= count, "a text is longer than was said")
    room.pointee.next += written
    room.pointee.count -= written
    return Bytes(start: start, count: written)
  }

  private func nextBlock(_ count: Int) {
    block += 1
    if block == blocks.count || blocks[block].count < count + ByteArena.margin {
      let size = max(Self.blockSize, count + ByteArena.margin)
      blocks.insert(.allocate(byteCount: size, alignment: 16), at: block)
    }
    room.initialize(to: Room(blocks[block]))
  }
}

extension ByteArena.Room {
  /// All of a block but a margin, into which a scan may read.
  fileprivate init(_ block: UnsafeMutableRawBufferPointer) {
    next = block.baseAddress.unsafelyUnwrapped.bindMemory(to: UInt8.self, capacity: block.count)
    count = block.count - ByteArena.margin
  }
}
