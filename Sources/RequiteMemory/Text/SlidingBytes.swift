/// Bytes of a text that comes in pieces: used off the front, added to at the back.
///
///     var text = SlidingBytes(capacity: 8)
///     text.append(atMost: 8) { $0.append(copying: piece) }
///     text.removeFirst(5)
///
/// Behind the last byte there are always 64 zeros, so that a scan may read whole blocks of 64 bytes. What is left moves to
/// the front when more is added: bytes seen before must not be used after that.
public struct SlidingBytes: ~Copyable {
  /// How many zeros there are behind the last byte.
  public static let padding = 64

  /// How many bytes there is room for, the zeros not counted.
  public private(set) var capacity: Int
  /// How many bytes there are.
  public private(set) var count = 0
  // As long as the capacity and the zeros.
  private var memory: UnsafeMutablePointer<UInt8>
  // The first byte there is, somewhere in the memory.
  private var first: UnsafeMutablePointer<UInt8>

  /// No bytes, and room for some.
  public init(capacity: Int) {
    precondition(capacity >= 0, "there is no room for fewer bytes than none")
    self.capacity = capacity
    memory = .allocate(capacity: capacity + Self.padding)
    first = memory
    pad()
  }

  deinit {
    memory.deallocate()
  }

  /// All of the bytes.
  public var bytes: Bytes {
    @inline(__always)
    get { Bytes(start: first, count: count) }
  }

  /// Drops bytes off the front, which must be there.
  public mutating func removeFirst(_ used: Int) {
    precondition(used >= 0 && used <= count, "bytes are dropped that are not there")
    first += used
    count -= used
  }

  /// Sees to it that there is room for `more` bytes behind those there are, and moves these to the front.
  public mutating func reserve(_ more: Int) {
    precondition(more >= 0, "there is no room for fewer bytes than none")
    if count + more > capacity {
      grow(to: 2 * count + more)
    } else if first > memory {
      memory.update(from: first, count: count)
      first = memory
      pad()
    }
  }

  /// Adds at most `most` bytes, which `fill` writes; where it throws, none.
  ///
  /// - Returns: how many they were.
  @discardableResult
  public mutating func append(atMost most: Int, _ fill: (inout OutputSpan<UInt8>) throws -> Void) rethrows -> Int {
    reserve(most)
    // However it ends: what was written may lie where the zeros were.
    defer { pad() }
    let room = UnsafeMutableBufferPointer(start: memory + count, count: most)
    var output = OutputSpan(buffer: room, initializedCount: 0)
    try fill(&output)
    let written = output.finalize(for: room)
    count += written
    return written
  }

  private mutating func grow(to capacity: Int) {
    let old = memory
    memory = .allocate(capacity: capacity + Self.padding)
    memory.initialize(from: first, count: count)
    old.deallocate()
    self.capacity = capacity
    first = memory
    pad()
  }

  private mutating func pad() {
    (first + count).initialize(repeating: 0, count: Self.padding)
  }
}

extension SlidingBytes {
  /// Where `count` blocks of 64 bytes lie from `offset` on, the last of them perhaps filled up by the zeros.
  func blocks(_ count: Int, at offset: Int) -> UnsafePointer<UInt8> {
    precondition(
      offset >= 0 && count >= 0 && count <= (self.count + Self.padding - offset) / Self.padding,
      "blocks are scanned that are not there")
    return UnsafePointer(first + offset)
  }
}
