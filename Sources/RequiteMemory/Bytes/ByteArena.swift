/// Room for texts that are made one after the other: given out piece by piece, taken back all at once.
///
/// Behind every text a scan may read another 64 bytes, whatever they hold. A text must not be used after `reset`, nor after
/// its arena.
public final class ByteArena {
  /// The room left in the current block.
  @usableFromInline
  struct Room {
    @usableFromInline var next: UnsafeMutablePointer<UInt8>
    @usableFromInline var count: Int
  }

  private static let blockSize = 64 * 1024
  private static let margin = 64

  private var blocks: [UnsafeMutableRawBufferPointer] = [.allocate(byteCount: blockSize, alignment: 16)]
  @usableFromInline private(set) var block = 0
  // Behind a pointer, as what a class holds is watched at every access.
  @usableFromInline let room = UnsafeMutablePointer<Room>.allocate(capacity: 1)
  /// All of the first block.
  @usableFromInline let first: Room

  /// An arena without texts.
  public init() {
    first = Room(blocks[0], margin: ByteArena.margin)
    room.initialize(to: first)
  }

  deinit {
    for block in blocks { block.deallocate() }
    room.deallocate()
  }

  /// Takes everything back.
  @inlinable
  @inline(__always)
  public func reset() {
    if block != 0 { returnToFirst() }
    room.initialize(to: first)
  }

  /// A text of at most `count` bytes, which `fill` writes.
  @inlinable
  @inline(__always)
  public func make(atMost count: Int, _ fill: (inout OutputSpan<UInt8>) -> Void) -> Bytes {
    precondition(count >= 0, "a text has no fewer bytes than none")
    if count > room.pointee.count { nextBlock(count) }
    let target = UnsafeMutableBufferPointer(start: room.pointee.next, count: count)
    var output = OutputSpan(buffer: target, initializedCount: 0)
    fill(&output)
    return keep(output.finalize(for: target))
  }

  /// A text as long as `text`, each byte of it changed.
  @inlinable
  @inline(__always)
  public func make(of text: Bytes, _ change: (UInt8) -> UInt8) -> Bytes {
    if text.count > room.pointee.count { nextBlock(text.count) }
    let target = room.pointee.next
    for index in 0..<text.count { target[index] = change(text.start[index]) }
    return keep(text.count)
  }

  /// A copy of a text.
  @inlinable
  @inline(__always)
  public func make(copying text: Bytes) -> Bytes {
    make(atMost: text.count) { $0.append(copying: text) }
  }

  @inlinable
  @inline(__always)
  func keep(_ count: Int) -> Bytes {
    let start = room.pointee.next
    room.pointee.next += count
    room.pointee.count -= count
    return Bytes(start: start, count: count)
  }

  @usableFromInline
  func returnToFirst() {
    while blocks.count > 4 { blocks.removeLast().deallocate() }
    block = 0
  }

  @usableFromInline
  func nextBlock(_ count: Int) {
    block += 1
    if block == blocks.count || blocks[block].count < count + ByteArena.margin {
      let size = max(Self.blockSize, count + ByteArena.margin)
      blocks.insert(.allocate(byteCount: size, alignment: 16), at: block)
    }
    room.initialize(to: Room(blocks[block], margin: ByteArena.margin))
  }
}

extension ByteArena.Room {
  /// All of a block but a margin, into which a scan may read.
  fileprivate init(_ block: UnsafeMutableRawBufferPointer, margin: Int) {
    next = block.baseAddress.unsafelyUnwrapped.bindMemory(to: UInt8.self, capacity: block.count)
    count = block.count - margin
  }
}
